import { Lazy } from 'cdk8s';
import { Construct } from 'constructs';
import { once } from './settled';

/**
 * A spec that is computed when its object is rendered, since more may be said until then. What it throws is a problem of its place as well, each
 * line one of its own: an app tells all of them before it writes anything.
 */
export function lateSpec<T>(place: Construct, produce: () => T): T {
  const spec = once(place, produce);
  place.node.addValidation({ validate: () => problemsOf(spec) });
  return Lazy.any({ produce: spec }) as T;
}

/** What something throws, by line. */
export function problemsOf(produce: () => unknown): string[] {
  try {
    produce();
    return [];
  } catch (error) {
    return (error as Error).message.split('\n');
  }
}
