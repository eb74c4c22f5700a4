import { isDeepStrictEqual } from 'node:util';
import { loadAll } from 'js-yaml';

/** Whether two YAML streams hold the same objects in the same order, however they are written; false when either is no YAML. */
export function sameObjects(one: string, other: string): boolean {
  try {
    return isDeepStrictEqual(objectsOf(one), objectsOf(other));
  } catch {
    return false;
  }
}

function objectsOf(text: string): unknown[] {
  return loadAll(text).filter(object => object !== null && object !== undefined);
}
