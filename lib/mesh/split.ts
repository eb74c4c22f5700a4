import type { Arrival, DestinationIntent } from './private/intent';
import { destinationNames } from './private/routing/destination-name';
import { IRouteTarget } from './route-target';
import { Stickiness } from './stickiness';
import { Weight } from './weight';
import { WeightedTarget } from './weighted-target';

/** A split between what is proven and what is tried. */
export interface CanarySplit {
  /** What gets the rest. */
  readonly stable: IRouteTarget;
  /** What gets the weight. */
  readonly canary: IRouteTarget;
  /** The share of the canary. Zero leaves it without requests, and a hundred the stable version. */
  readonly weight: Weight;
  /**
   * How a client gets to the same of the two again.
   *
   * @default - each request is divided anew
   */
  readonly sticky?: Stickiness;
}

/** Requests divided among several targets. A target with weight zero gets none, and is there for the next step. */
export class Split implements IRouteTarget {
  /**
   * A hundred in all, in this order.
   *
   * @throws when the weights do not add up to it, the targets are fewer than two, one is a split itself, or one stands there twice
   */
  public static between(...targets: WeightedTarget[]): Split {
    if (targets.length < 2) {
      throw new Error(`Split.between: a split needs at least two targets, got ${targets.length}. Send requests to the one target directly.`);
    }
    if (targets.some(({ target }) => target instanceof Split)) {
      throw new Error('Split.between: a split cannot be part of another split. List all targets, each with its share of the whole.');
    }
    if (new Set(targets.map(({ target }) => target)).size < targets.length) {
      throw new Error('Split.between: a target is listed twice. List each once, with its whole share.');
    }
    const total = targets.reduce((sum, { weight }) => sum + weight.value, 0);
    if (total !== 100) {
      throw new Error(`Split.between: the weights ${targets.map(({ weight }) => weight.value).join(' + ')} add up to ${total}. They must add up to 100.`);
    }
    return new Split(targets);
  }

  /** The stable target gets what the canary does not. */
  public static canary({ stable, canary, weight, sticky }: CanarySplit): Split {
    const split = Split.between(new WeightedTarget(stable, weight.rest), new WeightedTarget(canary, weight));
    return sticky === undefined ? split : split.remembered(sticky);
  }

  /** @internal */
  public readonly _stickiness?: Stickiness;

  private constructor(private readonly targets: readonly WeightedTarget[], stickiness?: Stickiness) {
    this._stickiness = stickiness;
  }

  /** The same split, in which a client gets to the same target again. */
  public remembered(by: Stickiness): Split {
    return new Split(this.targets, by);
  }

  /** @internal */
  public _destinations(arrival?: Arrival): readonly DestinationIntent[] {
    const parts = this.targets.flatMap(({ target, weight }) => target._destinations(arrival).map(destination => (
      { ...destination, weight: shareOf(destination, weight) }
    )));
    const { _stickiness: stickiness } = this;
    if (stickiness === undefined) {
      return parts;
    }
    const names = destinationNames(parts);
    return parts.map((part, index) => ({ ...part, memory: stickiness._memoryOf(names[index]) }));
  }
}

/** A service may divide what comes to it once more. */
function shareOf({ weight: own = 100 }: DestinationIntent, { value }: Weight): number {
  return own * value / 100;
}
