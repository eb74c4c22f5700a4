/** A value of an object that has fields. */
export type Mapping = Readonly<Record<string, unknown>>;

/** A field somewhere in an object. */
export interface ObjectField {
  readonly name: string;
  readonly value: unknown;
  readonly parent: Mapping;
}

/** All fields of an object, those of lists in it too, from the outside in. */
export function fieldsBelow(object: unknown): ObjectField[] {
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
export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The same, below an object. */
export function textAt(object: unknown, ...path: readonly string[]): string | undefined {
  return textOf(valueAt(object, ...path));
}

/** The values of a list; of anything else none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** The texts in what may be no list. */
export function textsOf(value: unknown): string[] {
  return listOf(value).filter(one => typeof one === 'string');
}

/** The fields of what may be no object at all: none then. What is read was written by others, perhaps by hand. */
export function fieldsOf(value: unknown): Mapping {
  return isMapping(value) ? value : {};
}

/** The fields of each item of what may be no list. */
export function itemsOf(value: unknown): Mapping[] {
  return listOf(value).map(fieldsOf);
}

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What a table says of a name that others gave: a kind or a field may be called `constructor`, which every table has. */
export function ownIn<T>(table: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
