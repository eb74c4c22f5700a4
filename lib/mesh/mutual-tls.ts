/** Whether pods take only connections by which both sides prove who they are. */
export enum MutualTls {
  /** Plain text alone. Nobody proves anything. */
  DISABLED = 'disabled',
  /** Both, for the time in which not every caller has a proxy. Who calls in plain text proves nothing. */
  PERMISSIVE = 'permissive',
  /** Mutual TLS alone. */
  STRICT = 'strict',
}
