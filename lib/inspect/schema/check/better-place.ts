import { isObject } from '../../is-object';
import { METADATA, NodeIndex, SchemaNode } from '../node';
import { own } from '../own';
import { ObjectPath } from '../violation';
import { childOf, Context } from './context';
import { waysToField } from './ways-to-field';

/** A field that stands where its schema does not have it. */
export interface StrayField {
  /** the path of the object that has it */
  readonly path: ObjectPath;
  readonly key: string;
  readonly value: unknown;
}

/**
 * The places below an object where the schema has the field that strayed into it and takes its value: `spec.http[].timeout` for a `timeout`
 * in spec. Those count of which the object has the surroundings already, or else the topmost; of too many none is worth telling.
 */
export function placesBelow(context: Context, stray: StrayField, depth = stray.path.length): readonly string[] {
  const start = stray.path.slice(0, depth);
  const index = nodeAt(context, start);
  const places = index === undefined ? [] : placesFor(context, stray, index);
  const written = places.filter(({ steps }) => isThere(valueAt(context.object, start), steps));
  const best = written.length > 0 ? written : places.filter(({ steps }) => steps.length === places[0].steps.length);
  const pattern = start.map(step => (typeof step === 'number' ? ITEM : step));
  return best.length > MOST_PLACES ? [] : best.map(({ steps }) => [...pattern, ...steps, stray.key].join('.').replaceAll(`.${ITEM}`, ITEM));
}

/** The same for what the object stands in: first below its parent, then further up. */
export function placesAround(context: Context, stray: StrayField): readonly string[] {
  for (let depth = stray.path.length - 1; depth >= 0; depth -= 1) {
    const places = placesBelow(context, stray, depth);
    if (places.length > 0) {
      return places;
    }
  }
  return [];
}

/** As many as `match[]` of a VirtualService has for a text: authority, method, scheme and uri. */
const MOST_PLACES = 4;

/** The steps to every item of a list, and to what stands at every key of a map. */
const ITEM = '[]';
const VALUE = '*';

/** An object that the schema knows, by the way to it from where the search began. */
interface Place {
  readonly index: NodeIndex;
  readonly steps: readonly string[];
  /** the nodes on the way, none of which comes twice: a schema may contain itself */
  readonly above: readonly NodeIndex[];
}

/** All places below a node that have the field and take its value, the topmost first. */
function placesFor(context: Context, { key, value }: StrayField, start: NodeIndex): readonly Place[] {
  const ways = waysToField(context, key);
  const takes = new Map<NodeIndex, boolean>();
  const found: Place[] = [];
  for (let level: readonly Place[] = ways.has(start) ? [{ index: start, steps: [], above: [] }] : []; level.length > 0;) {
    for (const place of level) {
      const taken = takes.get(place.index) ?? takesField(context, place.index, key, value);
      takes.set(place.index, taken);
      found.push(...(taken ? [place] : []));
    }
    level = level.flatMap(place => below(context, place)).filter(({ index, above }) => ways.has(index) && !above.includes(index));
  }
  return found;
}

function takesField(context: Context, index: NodeIndex, key: string, value: unknown): boolean {
  const nodes = index === METADATA ? context.metadata.nodes : context.nodes;
  const field = own(nodes[index === METADATA ? context.metadata.root : index].p, key);
  return field !== undefined && (value === null || context.fits(value, field, nodes));
}

function below(context: Context, { index, steps, above }: Place): readonly Place[] {
  if (index === METADATA) {
    return [];
  }
  const node = context.nodes[index];
  const step = (name: string, child: NodeIndex | undefined): readonly Place[] =>
    (child === undefined ? [] : [{ index: child, steps: [...steps, name], above: [...above, index] }]);
  return [
    ...(node.emb === 1 ? step('metadata', childOf(node, 'metadata')) : []),
    // Nobody writes a status.
    ...Object.entries(node.p ?? {}).flatMap(([name, child]) => (steps.length === 0 && name === 'status' ? [] : step(name, child))),
    ...step(ITEM, node.i),
    ...step(VALUE, node.a),
  ];
}

function nodeAt(context: Context, path: ObjectPath): NodeIndex | undefined {
  return path.reduce<NodeIndex | undefined>((index, step) => {
    const node: SchemaNode | undefined = index === undefined ? undefined : context.nodes[index];
    return node === undefined ? undefined : typeof step === 'number' ? node.i : childOf(node, step);
  }, context.root);
}

/** What the object has at a path; nothing where it leaves something to a default. */
function valueAt(object: unknown, path: ObjectPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Readonly<Record<string, unknown>> | undefined)?.[step], object);
}

function isThere(value: unknown, [step, ...rest]: readonly string[]): boolean {
  if (step === undefined) {
    return true;
  }
  if (Array.isArray(value)) {
    return step === ITEM && value.some(item => isThere(item, rest));
  }
  if (!isObject(value)) {
    return false;
  }
  return step === VALUE ? Object.values(value).some(child => isThere(child, rest)) : Object.hasOwn(value, step) && isThere(value[step], rest);
}
