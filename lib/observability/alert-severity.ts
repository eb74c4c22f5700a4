/** How much an alert matters: the value of its label `severity`, by which it is routed. */
export enum AlertSeverity {
  /** Somebody has to be woken. */
  CRITICAL = 'critical',
  /** Somebody has to look at it in the next days. */
  WARNING = 'warning',
}
