/** Names of series: what queries count, and what other tools may ask for as well. Of a histogram, the name without `_bucket`, `_sum`, `_count`. */
export enum MetricName {
  /** Requests that proxies of Istio saw: a counter. */
  ISTIO_REQUESTS = 'istio_requests_total',
  /** How long they took, in milliseconds: a histogram. */
  ISTIO_REQUEST_DURATION = 'istio_request_duration_milliseconds',
  /** Sizes of requests, in bytes: a histogram. */
  ISTIO_REQUEST_BYTES = 'istio_request_bytes',
  /** Sizes of answers, in bytes: a histogram. */
  ISTIO_RESPONSE_BYTES = 'istio_response_bytes',
  /** TCP connections that were opened: a counter, and no gauge of those that are open. */
  ISTIO_TCP_OPENED = 'istio_tcp_connections_opened_total',
  /** TCP connections that were closed: a counter. */
  ISTIO_TCP_CLOSED = 'istio_tcp_connections_closed_total',
  /** Bytes that were sent in TCP connections, by the called: a counter. */
  ISTIO_TCP_SENT = 'istio_tcp_sent_bytes_total',
  /** Bytes that were received in TCP connections, by the called: a counter. */
  ISTIO_TCP_RECEIVED = 'istio_tcp_received_bytes_total',
  /** Responses that proxies of Linkerd saw: a counter. */
  LINKERD_RESPONSES = 'response_total',
  /** How long they took, in milliseconds: a histogram. */
  LINKERD_RESPONSE_LATENCY = 'response_latency_ms',
  /** Proxies that are connected to the control plane of Istio: a gauge. */
  PILOT_CONNECTED = 'pilot_xds',
  /** What the control plane of Istio sent to proxies: a counter. */
  PILOT_PUSHES = 'pilot_xds_pushes',
  /** What proxies refused of it: a counter. */
  PILOT_REJECTS = 'pilot_total_xds_rejects',
  /** Errors of the control plane of Istio itself: a counter. */
  PILOT_INTERNAL_ERRORS = 'pilot_total_xds_internal_errors',
  /** From a change to the proxies that have it, in seconds: a histogram. */
  PILOT_CONVERGENCE = 'pilot_proxy_convergence_time',
  /** Whether a proxy runs, and serves: a gauge of one or zero. */
  ENVOY_LIVE = 'envoy_server_live',
  /** Processor time of containers, in seconds: a counter. */
  CONTAINER_CPU = 'container_cpu_usage_seconds_total',
  /** Memory of containers that cannot be taken from them, in bytes: a gauge. */
  CONTAINER_MEMORY = 'container_memory_working_set_bytes',
  /** Spans that a collector did not take: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_REFUSED_SPANS = 'otelcol_receiver_refused_spans',
  /** Points of metrics that a collector did not take: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_REFUSED_METRIC_POINTS = 'otelcol_receiver_refused_metric_points',
  /** Records of logs that a collector did not take: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_REFUSED_LOG_RECORDS = 'otelcol_receiver_refused_log_records',
  /** Spans that a collector could not send on: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_FAILED_SPANS = 'otelcol_exporter_send_failed_spans',
  /** Points of metrics that a collector could not send on: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_FAILED_METRIC_POINTS = 'otelcol_exporter_send_failed_metric_points',
  /** Records of logs that a collector could not send on: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_FAILED_LOG_RECORDS = 'otelcol_exporter_send_failed_log_records',
  /** Spans for which the queue of a collector had no room: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_DROPPED_SPANS = 'otelcol_exporter_enqueue_failed_spans',
  /** Points of metrics for which the queue of a collector had no room: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_DROPPED_METRIC_POINTS = 'otelcol_exporter_enqueue_failed_metric_points',
  /** Records of logs for which the queue of a collector had no room: a counter. Behind the name, newer collectors say `_total`. */
  COLLECTOR_DROPPED_LOG_RECORDS = 'otelcol_exporter_enqueue_failed_log_records',
  /** What waits in the queue of an exporter of a collector: a gauge. */
  COLLECTOR_QUEUE_SIZE = 'otelcol_exporter_queue_size',
  /** What has room in the queue of an exporter of a collector: a gauge. */
  COLLECTOR_QUEUE_CAPACITY = 'otelcol_exporter_queue_capacity',
  /** How long a collector runs, in seconds: a counter. Behind the name, newer collectors say `_seconds_total`. */
  COLLECTOR_UPTIME = 'otelcol_process_uptime',
  /** Whether Prometheus reaches what it scrapes: a gauge of one or zero. */
  TARGET_UP = 'up',
}
