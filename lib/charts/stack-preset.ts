/** What an observability stack is made of. */
export enum StackPreset {
  /** Objects for the operators of Prometheus and Kiali, which somebody has installed, and dashboards for the sidecar of a Grafana. */
  OPERATORS = 'operators',
  /** All that is needed: it works by itself after one `kubectl apply` on a cluster with a mesh. */
  SELF_CONTAINED = 'self-contained',
}
