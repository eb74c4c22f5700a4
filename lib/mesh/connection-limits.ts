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
   * How long a connection stays open while there are no requests on it. Only for ports that speak HTTP.
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
   * How many requests may be under way on one connection of HTTP/2. Only for ports that speak HTTP/2 or gRPC.
   *
   * @default - no limit
   */
  readonly maxConcurrentStreams?: number;
  /**
   * How long a connection may last. On HTTP, requests that are under way are still answered. Of connections whose requests the mesh does not
   * see, it can only be said for the whole service.
   *
   * @default - no limit
   */
  readonly maxConnectionDuration?: Duration;
  /**
   * How many connections there may be. Requests of HTTP/1.1 that find none free wait.
   *
   * @default - no limit
   */
  readonly maxConnections?: number;
  /**
   * How many requests may wait for a connection: `http1MaxPendingRequests`. Where the mesh sees no requests, how many connections may wait to be
   * made.
   *
   * @default - no limit
   */
  readonly maxPendingRequests?: number;
  /**
   * How many requests may be under way: `http2MaxRequests`, which holds for HTTP/1.1 too. Only for ports that speak HTTP.
   *
   * @default - no limit
   */
  readonly maxRequests?: number;
  /**
   * After how many requests a connection is closed. One means a new connection for each request. Only for ports that speak HTTP.
   *
   * @default - no limit
   */
  readonly maxRequestsPerConnection?: number;
  /**
   * How many retries may be under way. Only for ports that speak HTTP.
   *
   * @default - no limit
   */
  readonly maxRetries?: number;
  /**
   * Whether requests of HTTP/1.1 are sent over HTTP/2, many at a time on one connection. Between proxies this takes nothing; an instance without
   * one has to speak HTTP/2. No limit by itself, but what a version or a port says of connections replaces this, too.
   *
   * @default - as the mesh is configured, false if it is not
   */
  readonly upgradeToHttp2?: boolean;
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
