/** What the reader of a dashboard chooses. */
export enum DashboardVariable {
  /** The namespace of the called, or of the workload. */
  NAMESPACE = 'namespace',
  /** A service of it. */
  SERVICE = 'service',
  /** A workload of it. */
  WORKLOAD = 'workload',
}
