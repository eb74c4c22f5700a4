import { Duration } from 'cdk8s';
import { RetryOn } from './retry-on';

/** How often, and when, a request is sent once more. */
export interface RetryPolicy {
  /** How many more times at most, after the first. 0 for none, not even those that the mesh makes by itself; then nothing else is said. */
  readonly attempts: number;
  /**
   * How long to wait before the first further try; before each more, longer.
   *
   * @default - 25 milliseconds in Istio, which lets others be said from 1.26 on
   */
  readonly backoff?: Duration;
  /**
   * How long each try may take, the first one too. One that takes longer is repeated after `RetryOn.RESET`, `GATEWAY_ERROR` and
   * `SERVER_ERROR`; otherwise it is the last.
   *
   * @default - as long as the whole request
   */
  readonly perTryTimeout?: Duration;
  /**
   * What makes it worth another try.
   *
   * @default - only what leaves no doubt that nobody has processed the request: connect failure, refused stream, reset before the request
   */
  readonly on?: RetryOn[];
  /**
   * Whether further tries may go to another zone or region than the first.
   *
   * @default - as the load balancing of the mesh decides
   */
  readonly remoteLocalities?: boolean;
  /**
   * Whether requests may be repeated that somebody may have processed, whatever their method: an order may be placed twice.
   *
   * @default false
   */
  readonly unsafeMethods?: boolean;
}
