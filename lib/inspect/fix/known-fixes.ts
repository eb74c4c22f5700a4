import type { Field } from '../mesh/field';
import type { ObjectPath } from '../schema/violation';
import type { Fix } from './fix';

/** A field gets the name that it has today; no fix where that name stands there too, since nobody knows which of the two counts. */
export function renameFix(parent: Field, field: Field, to: string): Fix | undefined {
  return parent.at(to).isSet ? undefined : [{ kind: 'rename', path: field.path, to }];
}

/** A number becomes a mapping that holds it under `value`, and its field gets the name of that. */
export function percentageFix(parent: Field, field: Field, to: string): Fix | undefined {
  return parent.at(to).isSet || field.number === undefined ? undefined : [{ kind: 'wrap', path: field.path, key: 'value' }, { kind: 'rename', path: field.path, to }];
}

/** A text gives way to another one. */
export function textFix(path: ObjectPath, to: string): Fix {
  return [{ kind: 'set', path, to }];
}
