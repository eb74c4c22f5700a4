/** What proxies count and measure. */
export enum MeshMetric {
  /** All of these. */
  ALL = 'all',
  /** Requests. */
  REQUEST_COUNT = 'request-count',
  /** How long requests take. */
  REQUEST_DURATION = 'request-duration',
  /** How large requests are. */
  REQUEST_SIZE = 'request-size',
  /** How large answers are. */
  RESPONSE_SIZE = 'response-size',
  /** TCP connections that were opened. */
  TCP_OPENED = 'tcp-opened',
  /** TCP connections that were closed. */
  TCP_CLOSED = 'tcp-closed',
  /** Bytes that were sent in TCP connections. */
  TCP_SENT = 'tcp-sent',
  /** Bytes that were received in TCP connections. */
  TCP_RECEIVED = 'tcp-received',
  /** Messages of gRPC requests. */
  GRPC_REQUEST_MESSAGES = 'grpc-request-messages',
  /** Messages of gRPC answers. */
  GRPC_RESPONSE_MESSAGES = 'grpc-response-messages',
}
