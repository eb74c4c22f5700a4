/** Where the containers of a service serve metrics of their own, for Prometheus. */
export interface PodMetrics {
  /**
   * The path of the page.
   *
   * @default "/metrics"
   */
  readonly path?: string;
  /**
   * The port of the pods, which need not be one of the Service.
   *
   * @default - the port that the containers listen at, the main one of several
   */
  readonly port?: number;
}
