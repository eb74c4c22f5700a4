import type { Resource } from './resource';

/** What follows from an object alone and many checks ask for, worked out once for each object, when it is first asked for. */
export function perResource<T>(workOut: (resource: Resource) => T): (resource: Resource) => T {
  const known = new WeakMap<Resource, { readonly value: T }>();
  return resource => {
    const found = known.get(resource);
    if (found !== undefined) {
      return found.value;
    }
    const value = workOut(resource);
    known.set(resource, { value });
    return value;
  };
}
