import { Duration } from 'cdk8s';
import { ObservedSide } from '../mesh/observed-side';
import { MetricGrouping } from './metric-grouping';
import { MetricScope } from './metric-scope';

/** Of what a query speaks, and over which time. */
export interface QueryOptions {
  /**
   * What it keeps apart, with a value for each.
   *
   * @default - nothing: one value
   */
  readonly groupBy?: MetricGrouping[];
  /**
   * Of what it speaks.
   *
   * @default - all of the mesh
   */
  readonly scope?: MetricScope;
  /**
   * Whose proxies count. Every request inside of the mesh passes two: to count both would be to count twice.
   *
   * @default - those of the called; of what a workload asks others for, its own
   */
  readonly side?: ObservedSide;
  /**
   * Whether the waypoints of an ambient mesh count as well, which see requests in place of the called.
   *
   * @default false
   */
  readonly waypoints?: boolean;
  /**
   * The time over which things are counted.
   *
   * @default - five minutes; in a dashboard the interval that fits the picture
   */
  readonly window?: Duration;
}

/** Of what a query speaks that tells success from failure. */
export interface SuccessQueryOptions extends QueryOptions {
  /**
   * Whether calls of gRPC that failed by fault of the service count as failures: their status in HTTP is 200.
   *
   * @default - they do, but for services that are known to speak no gRPC
   */
  readonly grpcFailures?: boolean;
}
