/** A part of a path that is a reference to a group of an expression; within a part `$5` may be a price. */
const REFERENCE = /(?<=^|\/)\$(?:[1-9]|\{[1-9]\})(?=[/?#]|$)|\\[1-9]/;

/** What in a path refers to a group as proxies do it, `$1` or `\1`. */
export function groupReference(path: string): string | undefined {
  return REFERENCE.exec(path)?.[0];
}
