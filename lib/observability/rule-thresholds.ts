import { Duration } from 'cdk8s';
import { Percent } from '../mesh/percent';

/** Where the standard alerts have their bounds. */
export interface RuleThresholds {
  /**
   * How long something has to be so, before somebody is told.
   *
   * @default - five minutes
   */
  readonly holdFor?: Duration;
  /**
   * Labels of all alerts, by which they are routed.
   *
   * @default - none but `severity`
   */
  readonly labels?: { [name: string]: string };
  /**
   * The time that 99 of 100 requests to a service may take.
   *
   * @default - half a second
   */
  readonly latency?: Duration;
  /**
   * The share of requests to a service that has to come over mutual TLS.
   *
   * @default - all
   */
  readonly mutualTls?: Percent;
  /**
   * The share of requests to a service that may not fail.
   *
   * @default - 99 percent
   */
  readonly success?: Percent;
  /**
   * Whether the waypoints of an ambient mesh count as well, as on the standard dashboards.
   *
   * @default true
   */
  readonly waypoints?: boolean;
}
