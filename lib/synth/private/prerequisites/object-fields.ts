/** A value of an object that has fields. */
export type Mapping = Readonly<Record<string, unknown>>;

/** A field somewhere in an object. */
export interface ObjectField {
  readonly name: string;
  readonly value: unknown;
  readonly parent: Mapping;
}

/** All fields of an object, those of lists in it too, from the outside in. */
export function fieldsOf(object: unknown): ObjectField[] {
  const found: ObjectField[] = [];
  const todo: unknown[] = [object];
  while (todo.length > 0) {
    const value = todo.pop();
    if (Array.isArray(value)) {
      todo.push(...[...(value as unknown[])].reverse());
    } else if (isMapping(value)) {
      const own = Object.entries(value).map(([name, inner]) => ({ name, value: inner, parent: value }));
      found.push(...own);
      todo.push(...own.map(field => field.value).reverse());
    }
  }
  return found;
}

/** A value below an object; undefined where there is none. */
export function valueAt(object: unknown, ...path: readonly string[]): unknown {
  return path.reduce<unknown>((value, field) => (isMapping(value) ? value[field] : undefined), object);
}

/** A text that says something. */
export function textAt(object: unknown, ...path: readonly string[]): string | undefined {
  const value = valueAt(object, ...path);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The values of a list; of anything else none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
