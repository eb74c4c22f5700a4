/** Where a collector shows the metrics that it was sent, unless it is said otherwise. */
export const METRICS_PORT = 8889;
