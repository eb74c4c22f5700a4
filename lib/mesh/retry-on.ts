/** What makes a request worth another try. */
export class RetryOn {
  /** No connection could be made. */
  public static readonly CONNECT_FAILURE = new RetryOn('connect-failure', true);
  /** The server refused the stream before it did anything. */
  public static readonly REFUSED_STREAM = new RetryOn('refused-stream', true);
  /** The connection broke before any of the request was sent. */
  public static readonly RESET_BEFORE_REQUEST = new RetryOn('reset-before-request', true);

  /** The answer is a server error, or there is none. */
  public static readonly SERVER_ERROR = new RetryOn('5xx');
  /** The answer is 502, 503 or 504. */
  public static readonly GATEWAY_ERROR = new RetryOn('gateway-error');
  /** The connection broke, or a try took too long. */
  public static readonly RESET = new RetryOn('reset');
  /** The answer is 409. */
  public static readonly CONFLICT = new RetryOn('retriable-4xx');
  /** The answer is that of a rate limit of the mesh. */
  public static readonly RATE_LIMITED = new RetryOn('envoy-ratelimited');
  /** gRPC: cancelled. */
  public static readonly CANCELLED = new RetryOn('cancelled');
  /** gRPC: deadline exceeded. */
  public static readonly DEADLINE_EXCEEDED = new RetryOn('deadline-exceeded');
  /** gRPC: internal. */
  public static readonly INTERNAL = new RetryOn('internal');
  /** gRPC: resource exhausted. */
  public static readonly RESOURCE_EXHAUSTED = new RetryOn('resource-exhausted');
  /** gRPC: unavailable. */
  public static readonly UNAVAILABLE = new RetryOn('unavailable');

  /** The answer has this status. @throws when it is no failure, or HTTP does not define it: the mesh would refuse it */
  public static status(code: number): RetryOn {
    if (!FAILURES.test(String(code))) {
      throw new Error(`RetryOn.status(${code}): this is not an HTTP error status. Use one from 400 to 511, such as 503.`);
    }
    return new RetryOn(String(code));
  }

  /**
   * @param condition as the mesh writes it
   * @param isSafe whether the request has certainly not been processed when this happens
   */
  private constructor(public readonly condition: string, public readonly isSafe: boolean = false) {}
}

const FAILURES = /^(4(0\d|1[0-8]|2[1-689]|31|51)|5(0[0-8]|1[01]))$/;
