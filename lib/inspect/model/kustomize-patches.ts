import { groupOf } from '../api-group';
import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import { merged, stepsOf, withOperations } from './apply-patch';
import type { Patch } from './kustomize-step';
import { targetMatcher } from './kustomize-target';
import type { YamlDocument } from './yaml-document';

type Mapping = Readonly<Record<string, unknown>>;

/** What may do anything to any object. */
export const UNKNOWN_PATCH: Patch = { matches: anything, places: [[]] };

/** Matches whatever there is. */
export function anything(): boolean {
  return true;
}

/** The place that a patch sets, and that a place is at or below of. */
export function patchedPlace({ places }: Patch, place: ObjectPath): ObjectPath | undefined {
  const found = places.find(patched => patched.length <= place.length && isAlong(patched, place));
  return found && place.slice(0, found.length);
}

/** Whether a patch sets what stands at a place, something below it, or something beside it. */
export function mayChange({ places }: Patch, place: ObjectPath): boolean {
  return places.some(patched => isAlong(patched, place) || (patched.length === place.length && isAlong(patched.slice(0, -1), place)));
}

function isAlong(patched: ObjectPath, place: ObjectPath): boolean {
  return patched.every((step, depth) => depth >= place.length || step === '*' || String(step) === String(place[depth]));
}

/** What a patch says, and where that stands: in a file of its own, or in a text of its kustomization. */
export interface PatchText {
  readonly value: unknown;
  readonly document: YamlDocument;
  readonly path: ObjectPath;
}

/** A list is one of JSON Patch; anything else is merged into the object that it names. */
export function patchOf(text: PatchText, target: Mapping | undefined): Patch {
  const matches = target && targetMatcher(target);
  if (target !== undefined && matches === undefined) {
    return UNKNOWN_PATCH;
  }
  const { value } = text;
  if (Array.isArray(value)) {
    return operationsOf(text, value, matches ?? anything);
  }
  return isObject(value) ? mergeOf(text, value, matches) : { ...UNKNOWN_PATCH, matches: matches ?? anything };
}

function operationsOf({ document, path }: PatchText, operations: readonly unknown[], matches: Patch['matches']): Patch {
  const places = operations.map(placesOfOperation);
  return {
    matches,
    apply: object => withOperations(object, operations),
    places: places.flat(),
    origin: { document, pathOf: place => {
      const index = places.map(own => own.some(patched => isAlong(patched, place))).lastIndexOf(true);
      return index < 0 ? path : [...path, index, 'value', ...place.slice(places[index][0].length)];
    } },
  };
}

function mergeOf({ document, path }: PatchText, content: Mapping, matches?: Patch['matches']): Patch {
  const { apiVersion, kind, metadata, ...fields } = content;
  const { name, namespace, ...described } = mappingOf(metadata);
  const [group, patch] = [groupOf(apiVersion), Object.keys(described).length === 0 ? fields : { ...fields, metadata: described }];
  const places = fields.$patch === 'delete' ? [[]] : [...placesIn(patch, [], isBuiltIn(group))];
  return {
    matches: matches ?? ((object, called) => object.kind === kind && (apiVersion === undefined || groupOf(object.apiVersion) === group)
      && called.some(one => one.name === name && (namespace ?? 'default') === (one.namespace ?? 'default'))),
    // At the root of an object kustomize does not know this word.
    apply: object => (fields.$patch === 'replace' ? object : merged(object, patch, isBuiltIn(groupOf(object.apiVersion)))),
    places,
    // Items that are merged are others than those that have their numbers here.
    origin: { document, pathOf: place => [...path, ...upToItems(place, places)] },
  };
}

function upToItems(place: ObjectPath, places: readonly ObjectPath[]): ObjectPath {
  const star = places.find(patched => isAlong(patched, place))?.indexOf('*') ?? -1;
  return star < 0 ? place : place.slice(0, star);
}

function mappingOf(value: unknown): Mapping {
  return isObject(value) ? value : {};
}

/** Whether a group is one of the API server's own, whose lists are merged item by item. */
export function isBuiltIn(group: string): boolean {
  return !group.includes('.') || /^(?:admissionregistration|networking|rbac\.authorization|storage|scheduling|apiregistration|node|discovery)\.k8s\.io$/.test(group);
}

/** A list is taken whole, but for those of Kubernetes' own kinds, whose items are merged by their names. */
function* placesIn(value: unknown, place: ObjectPath, isMerged: boolean): Iterable<ObjectPath> {
  if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (child !== undefined && !key.startsWith('$')) {
        yield* placesIn(child, [...place, key], isMerged);
      }
    }
  } else if (isMerged && Array.isArray(value) && value.every(item => isObject(item) && !('$patch' in item))) {
    for (const { name, ...item } of value) {
      yield* placesIn(item, [...place, '*'], isMerged);
    }
  } else {
    yield place;
  }
}

/** What is added to a list, or taken out, moves the other items. */
function placesOfOperation(operation: unknown): ObjectPath[] {
  if (!isObject(operation) || operation.op === 'test') {
    return [];
  }
  const places = [operation.path, ...(operation.op === 'move' ? [operation.from] : [])].map(stepsOf).filter(({ length }) => length > 0);
  return places.map(steps => (operation.op !== 'replace' && /^(?:-?\d+|-)$/.test(steps.at(-1)!) ? steps.slice(0, -1) : steps));
}
