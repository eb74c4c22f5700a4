/** What is told of what runs. */
export enum Signal {
  TRACES = 'traces',
  METRICS = 'metrics',
  LOGS = 'logs',
}
