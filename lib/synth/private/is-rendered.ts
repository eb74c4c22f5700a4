import { isDeepStrictEqual } from 'node:util';
import { Yaml } from 'cdk8s';
import { loadAll } from 'js-yaml';

/**
 * Whether a text is what a stock `App` writes for the objects of another text. Then nobody has put a comment or an order of his own into it
 * that would be lost.
 */
export function isRendered(text: string, other: string): boolean {
  try {
    const objects = objectsOf(text);
    return isDeepStrictEqual(objects, objectsOf(other)) && text === Yaml.stringify(...objects);
  } catch {
    return false;
  }
}

function objectsOf(text: string): unknown[] {
  return loadAll(text).filter(object => object !== null && object !== undefined);
}
