import { Duration } from 'cdk8s';
import { RetryPolicy } from './retry-policy';

/** What else is done with the requests of a route. */
export interface RouteOptions {
  /**
   * Comes before routes of lower priority, however specific those are. For two routes that can take the same request and of which neither is
   * more specific.
   *
   * @default 0
   */
  readonly priority?: number;
  /**
   * When a request is sent once more.
   *
   * @default - as the service says with `traffic.retry`; otherwise the mesh decides
   */
  readonly retry?: RetryPolicy;
  /**
   * How long a request may take, with all retries.
   *
   * @default - as the service says with `traffic.timeout`; otherwise without end
   */
  readonly timeout?: Duration;
}
