import { Duration } from 'cdk8s';

/**
 * How much the proxy of each caller may ask of all instances of a version at one port. Requests that go beyond are answered with 503 by that
 * proxy, at once. At least one of them.
 */
export interface ConnectionLimits {
  /**
   * How long making a connection may take.
   *
   * @default - as the mesh is configured, 10 seconds if it is not
   */
  readonly connectTimeout?: Duration;
  /**
   * How long a connection stays open while there are no requests on it. Only for HTTP.
   *
   * @default - an hour
   */
  readonly idleTimeout?: Duration;
  /**
   * When the operating system asks whether the other end is still there.
   *
   * @default - as the mesh is configured, never if it is not
   */
  readonly keepalive?: TcpKeepalive;
  /**
   * How many connections there may be. Requests of HTTP/1.1 that find none free wait.
   *
   * @default - no limit
   */
  readonly maxConnections?: number;
  /**
   * How many requests may wait for a connection: `http1MaxPendingRequests`.
   *
   * @default - no limit
   */
  readonly maxPendingRequests?: number;
  /**
   * How many requests may be under way: `http2MaxRequests`, which holds for HTTP/1.1 too.
   *
   * @default - no limit
   */
  readonly maxRequests?: number;
  /**
   * After how many requests a connection is closed. One means a new connection for each request.
   *
   * @default - no limit
   */
  readonly maxRequestsPerConnection?: number;
  /**
   * How many retries may be under way.
   *
   * @default - no limit
   */
  readonly maxRetries?: number;
}

/** When the operating system asks whether the other end of a silent connection is still there. Whole seconds. */
export interface TcpKeepalive {
  /**
   * How long a connection is silent before it asks.
   *
   * @default - as the operating system is configured
   */
  readonly after?: Duration;
  /**
   * How long it waits between two questions.
   *
   * @default - as the operating system is configured
   */
  readonly interval?: Duration;
  /**
   * After how many unanswered questions the connection is dead.
   *
   * @default - as the operating system is configured
   */
  readonly probes?: number;
}
