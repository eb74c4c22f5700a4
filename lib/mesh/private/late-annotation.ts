import { Lazy } from 'cdk8s';

/** An annotation that is worked out when its object is rendered; undefined: there is none. */
export function lateAnnotation(produce: () => string | undefined): string {
  return Lazy.any({ produce });
}
