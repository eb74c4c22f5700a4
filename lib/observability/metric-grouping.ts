/** What a query keeps apart, with a value for each. */
export enum MetricGrouping {
  /** The called, by namespace. */
  NAMESPACE = 'namespace',
  /** The called, by service, each with its namespace: two namespaces may have a service of one name. */
  SERVICE = 'service',
  /** The called, by workload, each with its namespace. */
  WORKLOAD = 'workload',
  /** The called, by version: the value of the label `version` of its pods. */
  VERSION = 'version',
  /** The callers, by workload, each with its namespace. */
  CALLER = 'caller',
  /** By the status of the answer. */
  RESPONSE_CODE = 'response-code',
}
