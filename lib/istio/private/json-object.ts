/**
 * A copy of an object that a text of JSON can hold. What is undefined is left out.
 *
 * @throws with the place in it, when something is no JSON, or null: that is not rendered, and would be left out
 */
export function jsonObject(object: Readonly<Record<string, unknown>>, place: string): Record<string, unknown> {
  return copied(object, place) as Record<string, unknown>;
}

function copied(value: unknown, place: string): unknown {
  if (Array.isArray(value)) {
    return value.map((item, index) => copied(item, `${place}[${index}]`));
  }
  if (isPlainObject(value)) {
    return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined).map(([name, item]) => [name, copied(item, `${place}.${name}`)]));
  }
  if (typeof value === 'string' || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value))) {
    return value;
  }
  throw new Error(`${place}: ${String(value)} cannot be rendered as JSON. Use strings, finite numbers, true or false, and lists and objects of these, and leave out undefined values.`);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && [Object.prototype, null].includes(Object.getPrototypeOf(value) as object | null);
}
