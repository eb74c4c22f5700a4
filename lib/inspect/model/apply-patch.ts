import { isObject } from '../is-object';

type Mapping = Readonly<Record<string, unknown>>;

/** What operations of JSON Patch make of a value; those that have no place there do nothing, where kustomize would refuse them. */
export function withOperations(value: Mapping, operations: readonly unknown[]): Mapping {
  return operations.filter(isObject).reduce((made, operation) => {
    const steps = stepsOf(operation.path);
    if (steps.length === 0 || steps.length > DEEPEST) {
      return made;
    }
    switch (operation.op) {
      case 'add': case 'replace': return changed(made, steps, { op: operation.op, set: operation.value });
      case 'remove': return changed(made, steps, { op: 'remove' });
      case 'copy': case 'move': return moved(made, [stepsOf(operation.from), steps], operation.op === 'move');
      default: return made;
    }
  }, value);
}

/** Objects are less deep. */
const DEEPEST = 100;

/** The steps of a path of JSON Patch. */
export function stepsOf(path: unknown): readonly string[] {
  return typeof path === 'string' ? path.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~')) : [];
}

function moved(value: Mapping, [from, to]: readonly [from: readonly string[], to: readonly string[]], isTaken: boolean): Mapping {
  const set = from.reduce<unknown>((found, step) => childOf(found, step), value);
  return set === undefined || from.length === 0 || isLarge(set) ? value : changed(isTaken ? changed(value, from, { op: 'remove' }) : value, to, { op: 'add', set });
}

/** Whether a value has more parts than anybody copies: a few copies of copies make billions. */
function isLarge(value: unknown): boolean {
  const parts = [value];
  for (let index = 0; index < parts.length && parts.length <= MOST_COPIED; index += 1) {
    const part = parts[index];
    parts.push(...(typeof part === 'object' && part !== null ? Object.values(part) as unknown[] : []));
  }
  return parts.length > MOST_COPIED;
}

const MOST_COPIED = 10_000;

function childOf(value: unknown, step: string): unknown {
  return Array.isArray(value) ? value[indexIn(value, step)] : isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined;
}

interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly set?: unknown;
}

function changed<T>(value: T, steps: readonly string[], operation: Operation, depth = 0): T {
  const [step, isLast] = [steps[depth], depth === steps.length - 1];
  if (Array.isArray(value)) {
    return changedList(value, steps, operation, depth) as T;
  }
  if (!isObject(value) || (!isLast && !Object.hasOwn(value, step))) {
    return value;
  }
  const { [step]: child, ...others } = value;
  if (isLast) {
    return (operation.op === 'remove' ? others : { ...value, [step]: operation.set }) as T;
  }
  return { ...value, [step]: changed(child, steps, operation, depth + 1) };
}

function changedList(list: readonly unknown[], steps: readonly string[], operation: Operation, depth: number): readonly unknown[] {
  const index = indexIn(list, steps[depth]);
  if (depth < steps.length - 1) {
    return list.map((item, place) => (place === index ? changed(item, steps, operation, depth + 1) : item));
  }
  switch (operation.op) {
    case 'replace': return list.map((item, place) => (place === index ? operation.set : item));
    case 'remove': return list.filter((_, place) => place !== index);
    default: return index >= 0 && index <= list.length ? [...list.slice(0, index), operation.set, ...list.slice(index)] : list;
  }
}

/** Behind the last one by a hyphen, from the end on where it is negative; -1 for none. */
function indexIn({ length }: readonly unknown[], step: string): number {
  if (step === '-') {
    return length;
  }
  const index = /^-?\d{1,9}$/.test(step) ? Number(step) : -1 - length;
  return index < 0 ? Math.max(-1, length + index) : index;
}

/**
 * What a strategic merge makes of an object. Lists are taken whole, but for those of Kubernetes' own kinds whose items have a key; null takes
 * a field away. Undefined where the object is deleted.
 */
export function merged(value: Mapping, patch: Mapping, isBuiltIn: boolean): Mapping | undefined {
  const { $patch: directive, ...fields } = patch;
  if (directive === 'delete') {
    return undefined;
  }
  if (directive === 'replace') {
    return fields;
  }
  const made = new Map(Object.entries(value));
  for (const [key, child] of Object.entries(fields)) {
    const result = child === null ? undefined : mergedField(value[key], child, { key, isBuiltIn });
    if (result === undefined) {
      made.delete(key);
    } else {
      made.set(key, result);
    }
  }
  return Object.fromEntries(made);
}

interface Place {
  readonly key: string;
  readonly isBuiltIn: boolean;
}

function mergedField(value: unknown, patch: unknown, { key, isBuiltIn }: Place): unknown {
  if (isObject(patch)) {
    return merged(isObject(value) ? value : {}, patch, isBuiltIn);
  }
  return isBuiltIn && Array.isArray(patch) && Array.isArray(value) ? mergedList(value, patch, key) : patch;
}

type KeyOf = (item: Mapping) => string | undefined;

function by(field: string): KeyOf {
  return ({ [field]: key }) => (key === undefined ? undefined : String(key));
}

/** Ports of one number are told apart by their protocols. */
function portKey({ containerPort, port, protocol }: Mapping): string | undefined {
  const number = containerPort ?? port;
  return number === undefined ? undefined : `${String(number)} ${String(protocol ?? '')}`;
}

/** By what the items of a list are told apart; a list that is not here is taken whole. */
const MERGE_KEYS: ReadonlyMap<string, KeyOf> = new Map([
  ...['containers', 'initContainers', 'ephemeralContainers', 'env', 'volumes', 'imagePullSecrets', 'secrets', 'webhooks'].map((list): [string, KeyOf] => [list, by('name')]),
  ['volumeMounts', by('mountPath')], ['volumeDevices', by('devicePath')], ['hostAliases', by('ip')], ['topologySpreadConstraints', by('topologyKey')],
  ['ports', portKey],
]);

/** Items of the patch come first, in its order. */
function mergedList(list: readonly unknown[], patch: readonly unknown[], name: string): readonly unknown[] {
  const keyOf = MERGE_KEYS.get(name);
  if (keyOf === undefined || !patch.every(isObject)) {
    return patch;
  }
  const items = patch.filter(({ $patch }) => $patch !== 'replace');
  if (items.length < patch.length) {
    return items;
  }
  const known = new Map(list.filter(isObject).map(item => [keyOf(item), item]));
  const meant = items.filter(item => !missesPort(item, known));
  const made = meant.flatMap(item => merged(known.get(keyOf(item) ?? '') ?? {}, item, true) ?? []);
  const patched = new Set(meant.map(keyOf));
  return [...made, ...list.filter(item => !isObject(item) || keyOf(item) === undefined || !patched.has(keyOf(item)))];
}

/** Of a port that says its protocol, and one that does not, kustomize takes neither for the other, and leaves out that of the patch. */
function missesPort(item: Mapping, known: ReadonlyMap<string | undefined, Mapping>): boolean {
  const others = item.protocol === undefined ? ['TCP', 'UDP', 'SCTP'] : [undefined];
  const key = portKey(item);
  return key !== undefined && !known.has(key) && others.some(protocol => known.has(portKey({ ...item, protocol })));
}
