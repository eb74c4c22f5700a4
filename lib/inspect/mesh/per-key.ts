import { ObjectSet, perSet } from './object-set';

/**
 * What follows from a set and a key, worked out when it is first asked for.
 *
 * Thousands of objects may ask the same, since they select by the same labels; the key says all that the answer depends on.
 */
export function perKey<T>(): (set: ObjectSet, key: string, workOut: () => T) => T {
  const answers = perSet(() => new Map<string, { readonly value: T }>());
  return (set, key, workOut) => {
    const known = answers(set);
    const answer = known.get(key);
    if (answer !== undefined) {
      return answer.value;
    }
    const value = workOut();
    known.set(key, { value });
    return value;
  };
}
