/** What the reader of a dashboard chooses. */
export enum DashboardVariable {
  /** The namespace of the called, or of the workload. */
  NAMESPACE = 'namespace',
  /** A service of it, by its host: `orders.shop.svc.cluster.local`. */
  SERVICE = 'service',
  /** A workload of it. */
  WORKLOAD = 'workload',
}
