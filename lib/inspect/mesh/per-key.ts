import { answered } from '../once-per';
import { ObjectSet, perSet } from './object-set';

/**
 * What follows from a set and a key, worked out when it is first asked for.
 *
 * Thousands of objects may ask the same, since they select by the same labels; the key says all that the answer depends on.
 */
export function perKey<T>(): (set: ObjectSet, key: string, workOut: () => T) => T {
  const answers = perSet(() => new Map<string, T>());
  return (set, key, workOut) => answered(answers(set), key, workOut);
}
