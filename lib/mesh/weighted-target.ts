import { requireTarget } from './private/routing/require-target';
import { IRouteTarget } from './route-target';
import { Weight } from './weight';

/** A target with its share in a split. */
export class WeightedTarget {
  /** @throws when nothing can be sent to the target */
  constructor(public readonly target: IRouteTarget, public readonly weight: Weight) {
    requireTarget(target, 'WeightedTarget');
  }
}
