import { Duration } from 'cdk8s';
import { Percent } from './percent';

/** When an instance that keeps failing gets no requests any more, and for how long. */
export interface OutlierEjection {
  /**
   * For how long it is left out. Each further time lasts longer: as often this time as it has been left out.
   *
   * @default Duration.seconds(30)
   */
  readonly baseEjectionTime?: Duration;
  /**
   * How many failures in a row make it an outlier: answers from 500 to 599, and connections that fail. Zero does not count them.
   *
   * @default 5
   */
  readonly consecutive5xxErrors?: number;
  /**
   * How many answers of 502, 503 or 504 in a row make it an outlier. They count as `consecutive5xxErrors` too, so only a lower number changes
   * something. Zero does not count them.
   *
   * @default - they are not counted apart
   */
  readonly consecutiveGatewayErrors?: number;
  /**
   * How many connections in a row that fail, are reset or time out make it an outlier. Then `consecutive5xxErrors` and
   * `consecutiveGatewayErrors` count only what instances themselves answer.
   *
   * @default - they are not counted apart
   */
  readonly consecutiveLocalOriginFailures?: number;
  /**
   * How often it is looked at who has been left out for long enough.
   *
   * @default Duration.seconds(30)
   */
  readonly interval?: Duration;
  /**
   * How many of the instances may be left out, in whole percent.
   *
   * @default Percent.of(50)
   */
  readonly maxEjection?: Percent;
  /**
   * When fewer instances than this are healthy, in whole percent, requests go to all of them again.
   *
   * @default - never: requests go only to healthy instances
   */
  readonly minHealth?: Percent;
}
