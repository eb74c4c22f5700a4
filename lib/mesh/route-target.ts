import type { Arrival, DestinationIntent } from './private/intent';

/** Where a route can send requests: a version, a service, a split. */
export interface IRouteTarget {
  /** @internal */
  _destinations(arrival?: Arrival): readonly DestinationIntent[];
}
