import path from 'node:path';
import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import { readDocument } from './read-document';

/** What a kustomization changes of objects that others wrote. */
export interface Patch {
  readonly isFor: (kind: string, name: string) => boolean;
  /** The places that it sets; a star stands for any item of a list. None are known of what cannot be read. */
  readonly places: readonly ObjectPath[];
  /** Whether it adds labels to whatever there is, and so changes nothing that is written. */
  readonly isOfLabels?: boolean;
}

type Mapping = Readonly<Record<string, unknown>>;

/** What is known of no object in particular. */
export const UNKNOWN_PATCH: Patch = { isFor: () => true, places: [] };

/** Whether a patch sets what stands at a place, or something below it. Labels complete nothing above them. */
export function isPatchedAt({ places, isOfLabels = false }: Patch, place: ObjectPath): boolean {
  return places.some(patched => patched.every((step, depth) => (depth >= place.length ? !isOfLabels : isSameStep(step, place[depth]))));
}

/** The names of what a patch sets in the mapping that has a place: that may be there, though it is not written. */
export function patchedBeside({ places }: Patch, place: ObjectPath): readonly string[] {
  return places.filter(({ length }) => length === place.length)
    .filter(patched => patched.slice(0, -1).every((step, depth) => isSameStep(step, place[depth])))
    .map(patched => String(patched.at(-1)));
}

function isSameStep(patched: string | number, step: string | number): boolean {
  return patched === '*' || String(patched) === String(step);
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
    return inFile(named.path) ?? [typeof named.patch === 'string' ? readDocument(named.patch).value : undefined];
  };
  const listed = (key: string): readonly unknown[] => (Array.isArray(kustomization[key]) ? kustomization[key] as unknown[] : []);
  return [
    ...PATCHES.flatMap(listed).flatMap(entry => written(entry).map(content => patchOf(content, targetOf(entry)))),
    ...listed('replacements').flatMap(entry => (isObject(entry) && inFile(entry.path)) || [entry]).flat().flatMap(replacementOf),
    ...labelsOf(kustomization.commonLabels === undefined ? [] : [{ includeSelectors: true }]),
    ...labelsOf(listed('labels')),
    ...(['transformers', 'vars'].some(key => key in kustomization) ? [UNKNOWN_PATCH] : []),
  ];
}

const PATCHES: readonly string[] = ['patches', 'patchesStrategicMerge', 'patchesJson6902'];

/** Labels are added to objects, and to pods and what selects them where that is wanted. */
function labelsOf(entries: readonly unknown[]): Patch[] {
  const [selectors, templates] = ['includeSelectors', 'includeTemplates'].map(key => entries.some(entry => isObject(entry) && entry[key] === true));
  const places = [
    ['metadata', 'labels'],
    ...(selectors || templates ? [['spec', 'template', 'metadata', 'labels']] : []),
    ...(selectors ? [['spec', 'selector']] : []),
  ];
  return entries.length === 0 ? [] : [{ isFor: () => true, places, isOfLabels: true }];
}

function targetOf(entry: unknown): Mapping | undefined {
  return isObject(entry) && isObject(entry.target) ? entry.target : undefined;
}

/** A list is one of JSON Patch; anything else is merged into the object that it names. */
function patchOf(content: unknown, target: Mapping | undefined): Patch {
  if (Array.isArray(content)) {
    return { isFor: isSelectedBy(target ?? {}), places: content.flatMap(placeOfOperation) };
  }
  if (!isObject(content)) {
    return { isFor: isSelectedBy(target ?? {}), places: [] };
  }
  const { apiVersion, kind, metadata, ...fields } = content;
  const { name, labels, annotations } = isObject(metadata) ? metadata : {} as Mapping;
  const isBuiltIn = typeof apiVersion === 'string' && !/\..*\//.test(apiVersion);
  const places = fields.$patch === 'delete' ? [[]] : [...placesIn({ ...fields, metadata: { labels, annotations } }, [], isBuiltIn)];
  return { isFor: isSelectedBy(target ?? { kind, name }), places };
}

/** Names and kinds may be expressions; of these each may be meant. */
function isSelectedBy({ kind, name }: Mapping): Patch['isFor'] {
  const isMeant = (wanted: unknown, text: string): boolean => typeof wanted !== 'string' || !/^[\w.-]+$/.test(wanted) || wanted === text;
  return (ofKind, called) => isMeant(kind, ofKind) && isMeant(name, called);
}

/** A list is taken whole, but for those of Kubernetes' own kinds, whose items are merged by their names. */
function* placesIn(value: unknown, place: ObjectPath, isBuiltIn: boolean): Iterable<ObjectPath> {
  if (isObject(value)) {
    for (const [key, child] of Object.entries(value)) {
      if (child !== undefined && !key.startsWith('$')) {
        yield* placesIn(child, [...place, key], isBuiltIn);
      }
    }
  } else if (isBuiltIn && Array.isArray(value) && value.every(isObject)) {
    for (const { name, ...item } of value) {
      yield* placesIn(item, [...place, '*'], isBuiltIn);
    }
  } else {
    yield place;
  }
}

/** What is added to a list, or taken out, moves the other items. */
function placeOfOperation(operation: unknown): ObjectPath[] {
  if (!isObject(operation) || typeof operation.path !== 'string' || operation.op === 'test') {
    return [];
  }
  const steps = operation.path.split('/').slice(1).map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'));
  return [operation.op !== 'replace' && /^(?:\d+|-)$/.test(steps.at(-1) ?? '') ? steps.slice(0, -1) : steps];
}

/** Steps behind a choice of items, such as `[name=app]`, are not read. */
function replacementOf(replacement: unknown): Patch[] {
  const targets = isObject(replacement) && Array.isArray(replacement.targets) ? replacement.targets.filter(isObject) : [];
  return targets.map(({ select, fieldPaths }) => ({
    isFor: isSelectedBy(isObject(select) ? select : {}),
    places: (Array.isArray(fieldPaths) ? fieldPaths : []).filter(text => typeof text === 'string').map((text: string) => {
      const steps = text.split('.');
      const end = steps.findIndex(step => /^\[|^\*$/.test(step));
      return end < 0 ? steps : steps.slice(0, end);
    }),
  }));
}
