import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { Edit } from './fix';

/** A value as an edit leaves it, worked out without a look at the text; undefined where there is nothing to change, or something to lose. */
export function editedValue(value: unknown, edit: Edit): unknown {
  const { path } = edit;
  const old = valueAt(value, path);
  if (old === undefined) {
    return undefined;
  }
  switch (edit.kind) {
    case 'set':
      return typeof old === 'string' ? replaced(value, path, () => edit.to) : undefined;
    case 'wrap':
      return replaced(value, path, () => ({ [edit.key]: old }));
    case 'rename':
      return renamed(value, path, edit.to);
    case 'move':
      return moved(value, path, edit.into);
  }
}

function renamed(value: unknown, path: ObjectPath, to: string): unknown {
  const [key, place] = [path.at(-1), path.slice(0, -1)];
  const holder = valueAt(value, place);
  if (!isObject(holder) || Object.hasOwn(holder, to)) {
    return undefined;
  }
  return replaced(value, place, () => Object.fromEntries(Object.entries(holder).map(([other, held]) => [other === key ? to : other, held])));
}

function moved(value: unknown, path: ObjectPath, into: ObjectPath): unknown {
  const [key, holder] = [String(path.at(-1)), path.slice(0, -1)];
  const target = valueAt(value, into);
  if (!isObject(target) || Object.hasOwn(target, key)) {
    return undefined;
  }
  const entry = valueAt(value, path);
  const added = replaced(value, into, old => ({ ...old as object, [key]: entry }));
  const rest = without(valueAt(added, holder), key);
  // A mapping that has nothing left goes too.
  return Object.keys(rest).length > 0
    ? replaced(added, holder, () => rest)
    : replaced(added, holder.slice(0, -1), old => without(old, String(holder.at(-1))));
}

function without(value: unknown, key: string): Record<string, unknown> {
  return Object.fromEntries(Object.entries(value as object).filter(([other]) => other !== key));
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: unknown, path: ObjectPath): unknown {
  return path.reduce((below, step) => (typeof below === 'object' && below !== null && Object.hasOwn(below, step)
    ? (below as Record<string | number, unknown>)[step]
    : undefined), value);
}

function replaced(value: unknown, path: ObjectPath, change: (old: unknown) => unknown): unknown {
  if (path.length === 0) {
    return change(value);
  }
  const [step, ...rest] = path;
  if (Array.isArray(value)) {
    return value.map((item: unknown, index) => (index === step ? replaced(item, rest, change) : item));
  }
  return Object.fromEntries(Object.entries(value as object).map(([key, held]) => [key, key === step ? replaced(held, rest, change) : held]));
}
