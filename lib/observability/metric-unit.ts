/** What the result of a query is measured in. The values are the words of Grafana. */
export enum MetricUnit {
  /** From 0 to 100. */
  PERCENT = 'percent',
  /** Requests in a second. */
  REQUESTS_PER_SECOND = 'reqps',
  /** Other things in a second. */
  COUNTS_PER_SECOND = 'cps',
  /** Thousandths of a second. */
  MILLISECONDS = 'ms',
  /** Bytes. */
  BYTES = 'bytes',
  /** Bytes in a second. */
  BYTES_PER_SECOND = 'Bps',
  /** A number of things. */
  COUNT = 'short',
  /** Processors that are busy. */
  CORES = 'none',
}
