import { isObject } from '../is-object';

type Mapping = Readonly<Record<string, unknown>>;

/** What operations of JSON Patch make of a value; what has no place there is left out, as kustomize would refuse it. */
export function withOperations(value: Mapping, operations: readonly unknown[]): Mapping {
  return operations.reduce<unknown>((made, operation) => {
    if (!isObject(operation) || typeof operation.path !== 'string') {
      return made;
    }
    const { op, path, value: set } = operation;
    return op === 'add' || op === 'replace' || op === 'remove' ? changed(made, stepsOf(path), { op, set }) : made;
  }, value) as Mapping;
}

/** The steps of a path of JSON Patch. */
export function stepsOf(path: string): readonly string[] {
  return path.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

interface Operation {
  readonly op: 'add' | 'replace' | 'remove';
  readonly set: unknown;
}

function changed(value: unknown, [step, ...more]: readonly string[], operation: Operation): unknown {
  if (step === undefined) {
    return operation.op === 'remove' ? undefined : operation.set;
  }
  if (Array.isArray(value)) {
    return changedList(value, [step, ...more], operation);
  }
  if (!isObject(value) || (more.length > 0 && !Object.hasOwn(value, step))) {
    return value;
  }
  const { [step]: child, ...others } = value;
  return more.length === 0 && operation.op === 'remove' ? others : { ...value, [step]: changed(child, more, operation) };
}

function changedList(list: readonly unknown[], [step, ...more]: readonly string[], operation: Operation): readonly unknown[] {
  const index = step === '-' ? list.length : Number(step);
  if (more.length > 0 || operation.op === 'replace') {
    return list.map((item, place) => (place === index ? changed(item, more, operation) : item));
  }
  return operation.op === 'add' ? [...list.slice(0, index), operation.set, ...list.slice(index)] : list.filter((_, place) => place !== index);
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

/** By which field the items of a list are told apart; a list that is not here is taken whole. */
const MERGE_KEYS: ReadonlyMap<string, readonly string[]> = new Map([
  ['containers', ['name']], ['initContainers', ['name']], ['ephemeralContainers', ['name']], ['env', ['name']], ['volumes', ['name']],
  ['imagePullSecrets', ['name']], ['volumeMounts', ['mountPath']], ['ports', ['containerPort', 'port']], ['hostAliases', ['ip']],
]);

function mergedList(list: readonly unknown[], patch: readonly unknown[], name: string): readonly unknown[] {
  const keys = MERGE_KEYS.get(name);
  if (keys === undefined || !patch.every(isObject)) {
    return patch;
  }
  const keyOf = (item: unknown): unknown => (isObject(item) ? keys.map(key => item[key]).find(value => value !== undefined) : undefined);
  const kept = list.flatMap(item => {
    const own = patch.find(one => keyOf(one) !== undefined && keyOf(one) === keyOf(item));
    return own === undefined || !isObject(item) ? [item] : merged(item, own, true) ?? [];
  });
  const known = new Set(list.map(keyOf));
  return [...kept, ...patch.filter(item => !known.has(keyOf(item)) && item.$patch !== 'delete')];
}
