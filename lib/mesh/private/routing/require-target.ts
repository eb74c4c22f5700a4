import type { IRouteTarget } from '../../route-target';

/** @throws when what came in cannot be sent to: nothing of a target is public, so that a compiler takes any object for one */
export function requireTarget(target: IRouteTarget | undefined, place: string): IRouteTarget {
  if (typeof target?._destinations !== 'function') {
    throw new Error(`${place}: ${described(target)} is not a target. Use a version, a service, one of its ports with atPort(...), MeshService.fromHost(...), or Split.between(...).`);
  }
  return target;
}

/** A value as people are told of it. */
export function described(value: unknown): string {
  return typeof value === 'object' && value !== null ? `an object of ${value.constructor?.name ?? 'no class'}` : String(value);
}
