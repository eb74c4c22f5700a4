import type { Resource } from './resource';

/**
 * What follows from an object alone and is asked for again and again, worked out once for each, when it is first asked for. It is kept with the
 * object: a WeakMap of thousands of them takes the garbage collector a tenth of all time.
 */
export function oncePerResource<T>(workOut: (resource: Resource) => T): (resource: Resource) => T {
  const place = places;
  places += 1;
  return resource => {
    const { kept } = resource;
    if (!(place in kept)) {
      kept[place] = workOut(resource);
    }
    return kept[place] as T;
  };
}

/** How many answers are kept so, each in a place of its own. */
let places = 0;
