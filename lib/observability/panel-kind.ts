/** How the results of queries are shown. */
export enum PanelKind {
  /** Lines over time. */
  LINES = 'timeseries',
  /** The last values, as large numbers. */
  NUMBER = 'stat',
}
