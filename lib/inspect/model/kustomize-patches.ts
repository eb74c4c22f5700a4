import path from 'node:path';
import { groupOf } from '../api-group';
import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import { merged, stepsOf, withOperations } from './apply-patch';
import { withLabels } from './kustomize-labels';
import type { Naming, Patch, Step } from './kustomize-step';
import { targetMatcher } from './kustomize-target';
import { readDocument } from './read-document';
import { splitDocuments } from './split-documents';

type Mapping = Readonly<Record<string, unknown>>;

/** What may do anything to any object. */
export const UNKNOWN_PATCH: Patch = { matches: anything, places: [] };

function anything(): boolean {
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

/**
 * What a kustomization does to the objects that it applies, in kustomize's order.
 *
 * @param folder where it lies
 * @param contentsOf what the documents of a file say; undefined of a file that the input does not have
 */
export function kustomizeSteps(kustomization: Mapping, folder: string, contentsOf: ContentsOf): readonly Step[] {
  const inFile = (name: unknown): readonly unknown[] | undefined => (typeof name === 'string' ? contentsOf(path.resolve(folder, name)) : undefined);
  const written = (entry: unknown): readonly unknown[] => {
    const named = isObject(entry) ? entry : { path: entry, patch: entry };
    return inFile(named.path) ?? (typeof named.patch === 'string' ? contentsIn(named.patch) : [undefined]);
  };
  const listed = (key: string): readonly unknown[] => (Array.isArray(kustomization[key]) ? kustomization[key] as unknown[] : []);
  const patchesIn = (key: string): readonly Patch[] => listed(key).flatMap(entry => written(entry).map(content => patchOf(content, targetOf(entry))));
  return [
    ...patchesIn('patchesStrategicMerge'),
    ...patchesIn('patches'),
    ...namingsOf(kustomization),
    ...labelsOf([{ pairs: kustomization.commonLabels, includeSelectors: true }, ...listed('labels')]),
    ...patchesIn('patchesJson6902'),
    ...listed('replacements').flatMap(entry => (isObject(entry) && inFile(entry.path)) || [entry]).flat().flatMap(replacementOf),
    ...(['transformers', 'vars'].some(key => key in kustomization) ? [UNKNOWN_PATCH] : []),
  ];
}

type ContentsOf = (place: string) => readonly unknown[] | undefined;

function namingsOf({ namespace, namePrefix, nameSuffix }: Mapping): Naming[] {
  const [given, prefix, suffix] = [namespace, namePrefix, nameSuffix].map(text => (typeof text === 'string' ? text : ''));
  return `${given}${prefix}${suffix}` === '' ? [] : [{ namespace: given || undefined, prefix, suffix }];
}

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
      ? [{ matches: anything, apply: (object: Mapping) => withLabels(object, pairs, places), places: [] }]
      : [{ matches: anything, places: [['metadata', 'labels'], ['spec', 'template', 'metadata', 'labels'], ['spec', 'selector']] }];
  });
}

function targetOf(entry: unknown): Mapping | undefined {
  return isObject(entry) && isObject(entry.target) ? entry.target : undefined;
}

/** A list is one of JSON Patch; anything else is merged into the object that it names. */
function patchOf(content: unknown, target: Mapping | undefined): Patch {
  const matches = target && targetMatcher(target);
  if (target !== undefined && matches === undefined) {
    return UNKNOWN_PATCH;
  }
  if (Array.isArray(content)) {
    return { matches: matches ?? anything, apply: object => withOperations(object, content), places: content.flatMap(placeOfOperation) };
  }
  return isObject(content) ? mergeOf(content, matches) : { matches: matches ?? anything, places: [] };
}

function mergeOf(content: Mapping, matches?: Patch['matches']): Patch {
  const { apiVersion, kind, metadata, ...fields } = content;
  const { name, namespace, ...described } = mappingOf(metadata);
  const [group, patch] = [groupOf(apiVersion), Object.keys(described).length === 0 ? fields : { ...fields, metadata: described }];
  return {
    matches: matches ?? ((object, called) => object.kind === kind && (apiVersion === undefined || groupOf(object.apiVersion) === group)
      && called.some(one => one.name === name && (namespace === undefined || namespace === (one.namespace ?? 'default')))),
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
    matches: targetMatcher(mappingOf(select)) ?? anything,
    places: (Array.isArray(fieldPaths) ? fieldPaths : []).filter(text => typeof text === 'string').map((text: string) => {
      const steps = text.split('.');
      const end = steps.findIndex(step => /^\[|^\*$/.test(step));
      return end < 0 ? steps : steps.slice(0, end);
    }),
  }));
}
