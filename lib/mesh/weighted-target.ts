import { IRouteTarget } from './route-target';
import { Weight } from './weight';

/** A target with its share in a split. */
export class WeightedTarget {
  constructor(public readonly target: IRouteTarget, public readonly weight: Weight) {}
}
