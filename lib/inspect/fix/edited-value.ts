import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { Edit, Fix } from './fix';

/** What a text means, in which a fix can be done. */
export interface EditedValue {
  value: unknown;
}

/** Takes back what was done. */
type Undo = () => void;

/**
 * Does all edits of a fix to a value, in its place and without a look at the text, or none: then something would be lost, or there is
 * nothing to change. The order of keys is not kept.
 */
export function editValue(edited: EditedValue, fix: Fix): Undo | undefined {
  const steps: Undo[] = [];
  const undo = (): void => steps.reverse().forEach(one => one());
  for (const edit of fix) {
    const done = doEdit(edited, edit);
    if (done === undefined) {
      undo();
      return undefined;
    }
    steps.push(done);
  }
  return undo;
}

function doEdit(edited: EditedValue, edit: Edit): Undo | undefined {
  const [holder, key] = [holderOf(edited, edit.path), edit.path.at(-1) ?? 'value'];
  const old = below(holder, key);
  if (holder === undefined || old === undefined) {
    return undefined;
  }
  switch (edit.kind) {
    case 'set':
      return typeof old === 'string' ? put(holder, key, edit.to) : undefined;
    case 'wrap':
      return put(holder, key, { [edit.key]: old });
    case 'rename':
      return moveEntry(holder, key, holder, edit.to);
    case 'move':
      return move(edited, holder, edit);
  }
}

type Holder = Record<string | number, unknown>;

/** The list or mapping that holds what a path leads to. */
function holderOf(edited: EditedValue, path: ObjectPath): Holder | undefined {
  const holder = path.length === 0 ? edited : path.slice(0, -1).reduce<unknown>(below, edited.value);
  return typeof holder === 'object' && holder !== null ? holder as Holder : undefined;
}

function below(holder: unknown, step: string | number): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, step) ? (holder as Holder)[step] : undefined;
}

function put(holder: Holder, key: string | number, value: unknown): Undo {
  const old = holder[key];
  holder[key] = value;
  return () => {
    holder[key] = old;
  };
}

function moveEntry(from: Holder, key: string | number, into: unknown, name: string | number): Undo | undefined {
  if (!isObject(from) || !isObject(into) || Object.hasOwn(into, name)) {
    return undefined;
  }
  const target: Holder = into;
  target[name] = from[key];
  delete from[key];
  return () => {
    from[key] = target[name];
    delete target[name];
  };
}

/** A mapping that has nothing left goes too. */
function move(edited: EditedValue, from: Holder, { path, into }: Extract<Edit, { readonly kind: 'move' }>): Undo | undefined {
  const moved = moveEntry(from, path.at(-1)!, into.reduce<unknown>(below, edited.value), path.at(-1)!);
  const parent = holderOf(edited, path.slice(0, -1));
  if (moved === undefined || parent === undefined || Object.keys(from).length > 0) {
    return moved;
  }
  const name = path.at(-2) ?? 'value';
  delete parent[name];
  return () => {
    parent[name] = from;
    moved();
  };
}
