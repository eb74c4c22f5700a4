import path from 'node:path';
import { groupOf } from '../api-group';
import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import { merged, stepsOf, withOperations } from './apply-patch';
import { withLabels } from './kustomize-labels';
import { readDocument } from './read-document';
import { splitDocuments } from './split-documents';

/** What a kustomization changes of objects that others wrote. */
export interface Patch {
  /** Whether it is for an object that is given a namespace; undefined where nobody knows it here. */
  readonly matches: (object: Mapping, namespace?: string) => boolean | undefined;
  /** What it makes of an object, which is undefined where it deletes that; absent where nobody knows it here. */
  readonly apply?: (object: Mapping) => Mapping | undefined;
  /** The places that it sets; a star stands for any item of a list. None are known of what cannot be read. */
  readonly places: readonly ObjectPath[];
}

type Mapping = Readonly<Record<string, unknown>>;

/** What may do anything to any object. */
export const UNKNOWN_PATCH: Patch = { matches: () => true, places: [] };

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

/**
 * The patches of a kustomization.
 *
 * @param folder where it lies
 * @param contentsOf what the documents of a file say; undefined of a file that the input does not have
 */
export function patchesOf(kustomization: Mapping, folder: string, contentsOf: (place: string) => readonly unknown[] | undefined): readonly Patch[] {
  const inFile = (name: unknown): readonly unknown[] | undefined => (typeof name === 'string' ? contentsOf(path.resolve(folder, name)) : undefined);
  const written = (entry: unknown): readonly unknown[] => {
    const named = isObject(entry) ? entry : { path: entry, patch: entry };
    return inFile(named.path) ?? (typeof named.patch === 'string' ? contentsIn(named.patch) : [undefined]);
  };
  const listed = (key: string): readonly unknown[] => (Array.isArray(kustomization[key]) ? kustomization[key] as unknown[] : []);
  return [
    ...PATCHES.flatMap(listed).flatMap(entry => written(entry).map(content => patchOf(content, targetOf(entry)))),
    ...listed('replacements').flatMap(entry => (isObject(entry) && inFile(entry.path)) || [entry]).flat().flatMap(replacementOf),
    ...labelsOf([{ pairs: kustomization.commonLabels, includeSelectors: true }, ...listed('labels')]),
    ...(['transformers', 'vars'].some(key => key in kustomization) ? [UNKNOWN_PATCH] : []),
  ];
}

/** In the order in which they are applied. */
const PATCHES: readonly string[] = ['patchesStrategicMerge', 'patches', 'patchesJson6902'];

function contentsIn(text: string): readonly unknown[] {
  return splitDocuments(text).map(({ start, end }) => readDocument(text.slice(start, end)).value);
}

/** Labels are added to objects, and to pods and what selects them where that is wanted. Where else somebody wants them is not read. */
function labelsOf(entries: readonly unknown[]): Patch[] {
  return entries.filter(isObject).flatMap(({ pairs, fields, includeSelectors, includeTemplates }) => {
    const places = { selectors: includeSelectors === true, templates: includeTemplates === true };
    if (!isObject(pairs)) {
      return [];
    }
    return fields === undefined
      ? [{ matches: () => true, apply: (object: Mapping) => withLabels(object, pairs, places), places: [] }]
      : [{ matches: () => true, places: [['metadata', 'labels'], ['spec', 'template', 'metadata', 'labels'], ['spec', 'selector']] }];
  });
}

function targetOf(entry: unknown): Mapping | undefined {
  return isObject(entry) && isObject(entry.target) ? entry.target : undefined;
}

/** A list is one of JSON Patch; anything else is merged into the object that it names. */
function patchOf(content: unknown, target: Mapping | undefined): Patch {
  if (Array.isArray(content)) {
    return { matches: matcherOf(target ?? {}), apply: object => withOperations(object, content), places: content.flatMap(placeOfOperation) };
  }
  if (!isObject(content)) {
    return { matches: matcherOf(target ?? {}), places: [] };
  }
  const { apiVersion, kind, metadata, ...fields } = content;
  const { name, namespace, ...described } = mappingOf(metadata);
  const [group, patch] = [groupOf(apiVersion), Object.keys(described).length === 0 ? fields : { ...fields, metadata: described }];
  return {
    matches: matcherOf(target ?? { kind, name, namespace, ...(apiVersion === undefined ? {} : { group }) }),
    // At the root of an object kustomize does not know this word.
    apply: object => (fields.$patch === 'replace' ? object : merged(object, patch, isBuiltIn(groupOf(object.apiVersion)))),
    places: fields.$patch === 'delete' ? [[]] : [...placesIn(patch, [], isBuiltIn(group))],
  };
}

function mappingOf(value: unknown): Mapping {
  return isObject(value) ? value : {};
}

/** Whether a group is one of the API server's own, whose lists are merged item by item. */
function isBuiltIn(group: string): boolean {
  return !group.includes('.') || /^(?:admissionregistration|networking|rbac\.authorization|storage|scheduling|apiregistration|node|discovery)\.k8s\.io$/.test(group);
}

/** Whether a target means an object. Names and kinds may be expressions, and selectors more than pairs: of these nobody knows it. */
function matcherOf(target: Mapping): Patch['matches'] {
  return ({ apiVersion, kind, metadata }, given) => {
    const { name, namespace, labels } = mappingOf(metadata);
    const version = String(apiVersion).replace(/^.*\//, '');
    const answers = [
      ...Object.entries({ group: groupOf(apiVersion), version, kind }).map(([key, value]) => meant(target[key], value)),
      // It may have got a prefix, and a namespace, before.
      isAffixed(target.name, name) ? undefined : meant(target.name, name),
      namespace === undefined || target.namespace === given ? meant(target.namespace, namespace) || undefined : meant(target.namespace, namespace),
      target.labelSelector === undefined ? true : hasPairs(target.labelSelector, mappingOf(labels)),
      target.annotationSelector === undefined ? true : undefined,
    ];
    return answers.includes(false) ? false : answers.includes(undefined) ? undefined : true;
  };
}

function isAffixed(wanted: unknown, name: unknown): boolean {
  return typeof wanted === 'string' && typeof name === 'string' && wanted !== name && (wanted.startsWith(name) || wanted.endsWith(name));
}

function meant(wanted: unknown, text: unknown): boolean | undefined {
  if (typeof wanted !== 'string' || wanted === '' || wanted === text) {
    return true;
  }
  return /^[\w.-]*$/.test(wanted) ? false : undefined;
}

function hasPairs(selector: unknown, labels: Mapping): boolean | undefined {
  const pairs = typeof selector === 'string' ? selector.split(',').map(pair => /^\s*([\w./-]+)\s*==?\s*([\w.-]*)\s*$/.exec(pair)) : [null];
  return pairs.some(pair => pair === null) ? undefined : pairs.every(pair => labels[pair![1]] === pair![2]);
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
function placeOfOperation(operation: unknown): ObjectPath[] {
  if (!isObject(operation) || operation.op === 'test') {
    return [];
  }
  const places = [operation.path, ...(operation.op === 'move' ? [operation.from] : [])].map(stepsOf).filter(({ length }) => length > 0);
  return places.map(steps => (operation.op !== 'replace' && /^(?:-?\d+|-)$/.test(steps.at(-1)!) ? steps.slice(0, -1) : steps));
}

/** Steps behind a choice of items, such as `[name=app]`, are not read. */
function replacementOf(replacement: unknown): Patch[] {
  const targets = isObject(replacement) && Array.isArray(replacement.targets) ? replacement.targets.filter(isObject) : [];
  return targets.map(({ select, fieldPaths }) => ({
    matches: matcherOf(isObject(select) ? select : {}),
    places: (Array.isArray(fieldPaths) ? fieldPaths : []).filter(text => typeof text === 'string').map((text: string) => {
      const steps = text.split('.');
      const end = steps.findIndex(step => /^\[|^\*$/.test(step));
      return end < 0 ? steps : steps.slice(0, end);
    }),
  }));
}
