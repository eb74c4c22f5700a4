import { ObservedSide } from './observed-side';

/** What is to be different about a metric. */
export interface MetricChange {
  /**
   * Whether it is not measured at all.
   *
   * @default false
   */
  readonly disabled?: boolean;
  /**
   * Labels that it gets, or that get other values: each with an expression in the language of the mesh, for Istio CEL, such as `request.host`.
   *
   * @default - none
   */
  readonly labels?: { [name: string]: string };
  /**
   * In which proxies.
   *
   * @default - in both
   */
  readonly side?: ObservedSide;
  /**
   * Labels that it loses. Fewer labels make fewer time series.
   *
   * @default - none
   */
  readonly withoutLabels?: string[];
}
