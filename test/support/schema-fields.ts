import { SchemaNode } from '../../lib/inspect/schema/node';
import { own } from '../../lib/inspect/schema/own';
import { KnownKind, SchemaStore } from '../../lib/inspect/schema/schema-store';

type Nodes = readonly SchemaNode[];
type Steps = Readonly<Record<string, number>>;

const NO_NODE: SchemaNode = {};
const IN_LIST = '[]';
const IN_MAP = '*';

/** A field with what stands there. One that stands in several entries of a list comes once for each. */
export type FieldValue = readonly [field: string, value: unknown];

/** The fields of a kind that have none below them, as `spec.http[].match[].headers.*.exact`. Lists and maps of plain values are such fields. */
export function fieldsOf(store: SchemaStore, group: string, name: string): readonly string[] {
  const kind = store.kind(group, name)!;
  const fields = rootsOf(kind).flatMap(root => fieldsBelow(kind.table.nodes, root, ''));
  return [...new Set(fields)].filter(field => field.startsWith('spec.'));
}

/** Those fields that an object has. */
export function valuesOf(store: SchemaStore, object: { readonly apiVersion: string; readonly kind: string }): readonly FieldValue[] {
  const [group] = object.apiVersion.split('/');
  const kind = store.kind(group, object.kind);
  return kind === undefined ? [] : rootsOf(kind).flatMap(root => valuesBelow(kind.table.nodes, root, ['', object]));
}

/** One for all versions, unless their schemas differ. */
function rootsOf({ versions }: KnownKind): readonly number[] {
  return [...new Set(Object.values(versions).flatMap(({ root }) => root ?? []))];
}

function fieldsBelow(nodes: Nodes, index: number, place: string): readonly string[] {
  const steps = stepsBelow(nodes, index);
  return steps === undefined ? [place] : Object.entries(steps).flatMap(([step, next]) => fieldsBelow(nodes, next, join(place, step)));
}

function valuesBelow(nodes: Nodes, index: number, [place, value]: FieldValue): readonly FieldValue[] {
  const steps = stepsBelow(nodes, index);
  if (steps === undefined || typeof value !== 'object' || value === null) {
    return [[place, value]];
  }
  return Object.entries(value).flatMap(([name, entry]) => {
    const step = [IN_LIST, IN_MAP].find(any => any in steps) ?? name;
    const next = own(steps, step);
    return next === undefined ? [] : valuesBelow(nodes, next, [join(place, step), entry]);
  });
}

/** The nodes below one by the step that leads there; nothing where no field has a name any more. */
function stepsBelow(nodes: Nodes, index: number): Steps | undefined {
  // That of metadata, which all kinds share, is in no table.
  const { a, i, p } = nodes[index] ?? NO_NODE;
  if (p !== undefined) {
    return Object.keys(p).length === 0 ? undefined : p;
  }
  const entries: ReadonlyArray<readonly [string, number | undefined]> = [[IN_LIST, i], [IN_MAP, a]];
  const found = entries.find(([, entry]) => entry !== undefined && stepsBelow(nodes, entry) !== undefined);
  return found && { [found[0]]: found[1]! };
}

function join(place: string, step: string): string {
  return place === '' || step === IN_LIST ? place + step : `${place}.${step}`;
}
