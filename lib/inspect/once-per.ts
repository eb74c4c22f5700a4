/**
 * What follows from an object alone and is asked for again and again, worked out once for each object, when it is first asked for. It is
 * forgotten together with the object.
 */
export function oncePer<K extends object, T>(workOut: (key: K) => T): (key: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return key => {
    const found = known.get(key);
    if (found !== undefined) {
      return found.value;
    }
    const value = workOut(key);
    known.set(key, { value });
    return value;
  };
}
