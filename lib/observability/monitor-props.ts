/** What every monitor may say. */
export interface MonitorProps {
  /**
   * Labels by which a Prometheus of the operator finds it. Most look for `release`, with the name under which they were installed.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };
}
