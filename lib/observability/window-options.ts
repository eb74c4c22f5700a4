import { Duration } from 'cdk8s';
import { MetricScope } from './metric-scope';

/** Over which time a query counts, and of which proxies. */
export interface WindowOptions {
  /**
   * Of which namespace or workload it speaks, where that is known: the control plane and the collector are asked as a whole, and take
   * `MetricScope.chosen()` without variables alone, by which a dashboard says the window.
   *
   * @default - all
   */
  readonly scope?: MetricScope;
  /**
   * The time over which things are counted.
   *
   * @default - five minutes; in a dashboard the interval that fits the picture
   */
  readonly window?: Duration;
}
