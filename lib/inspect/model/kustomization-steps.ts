import path from 'node:path';
import { groupOf } from '../api-group';
import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { KustomizationDocument } from './kustomizations';
import { imagePatch } from './kustomize-images';
import { withAnnotations, withLabels } from './kustomize-labels';
import { anything, isBuiltIn, patchOf, PatchText, UNKNOWN_PATCH } from './kustomize-patches';
import type { Naming, Patch, Step } from './kustomize-step';
import { targetMatcher } from './kustomize-target';
import { readDocument } from './read-document';
import { splitDocuments } from './split-documents';
import type { YamlDocument } from './yaml-document';

type Mapping = Readonly<Record<string, unknown>>;

/** The documents of a file; undefined of one that the input does not have. */
export type DocumentsAt = (place: string) => readonly YamlDocument[] | undefined;

/** What a kustomization does to the objects that it applies, in kustomize's order. */
export function stepsOf(kustomization: KustomizationDocument, documentsAt: DocumentsAt): readonly Step[] {
  const { value } = kustomization;
  const patchesIn = (key: string): readonly Patch[] => entriesOf(value, key).flatMap((entry, index) => (
    textsOf(entry, { document: kustomization, path: [key, index] }, documentsAt).map(text => patchOf(text, targetOf(entry)))
  ));
  const origin = (key: string, index: number): Patch['origin'] => ({ document: kustomization, pathOf: () => [key, index] });
  return [
    ...patchesIn('patchesStrategicMerge'),
    ...patchesIn('patches'),
    ...namingsOf(value),
    ...labelsOf([...entriesOf(value, 'labels'), { pairs: value.commonLabels, includeSelectors: true }]),
    ...annotationsOf(value.commonAnnotations),
    ...patchesIn('patchesJson6902'),
    ...entriesOf(value, 'replicas').map((entry, index) => ({ ...replicasOf(mappingOf(entry)), origin: origin('replicas', index) })),
    ...entriesOf(value, 'images').map((entry, index) => ({ ...imagePatch(mappingOf(entry)), origin: origin('images', index) })),
    ...entriesOf(value, 'replacements').flatMap(entry => replacementsAt(entry, kustomization, documentsAt)).flatMap(replacementOf),
    ...Object.entries(UNREAD).filter(([key]) => Object.hasOwn(value, key)).map(([, patch]) => patch),
  ];
}

const LABEL_PLACES: readonly ObjectPath[] = [['metadata', 'labels'], ['spec', 'template', 'metadata', 'labels'], ['spec', 'selector', '*']];

/** What is not carried out, and what it may change. */
const UNREAD: Readonly<Record<string, Patch>> = {
  transformers: UNKNOWN_PATCH,
  vars: { ...UNKNOWN_PATCH, matches: object => JSON.stringify(object).includes('$(') },
  // Further kinds that get labels, and how lists of further kinds are merged.
  configurations: { matches: anything, places: LABEL_PLACES },
  openapi: { matches: ({ apiVersion }) => !isBuiltIn(groupOf(apiVersion)), places: [['spec']] },
};

function entriesOf(value: Mapping, key: string): readonly unknown[] {
  return Array.isArray(value[key]) ? value[key] as unknown[] : [];
}

function mappingOf(value: unknown): Mapping {
  return isObject(value) ? value : {};
}

function documentsNamed(name: unknown, { file }: KustomizationDocument, documentsAt: DocumentsAt): readonly YamlDocument[] | undefined {
  return typeof name === 'string' ? documentsAt(path.resolve(path.dirname(file.name), name)) : undefined;
}

interface Entry {
  readonly document: KustomizationDocument;
  readonly path: ObjectPath;
}

/** What an entry says, in files that it names or in its text; nothing that can be read where neither is there. */
function textsOf(entry: unknown, at: Entry, documentsAt: DocumentsAt): readonly PatchText[] {
  const named = isObject(entry) ? entry : { path: entry, patch: entry };
  const documents = documentsNamed(named.path, at.document, documentsAt);
  if (documents !== undefined) {
    return documents.map(document => ({ value: document.value, document, path: [] }));
  }
  return typeof named.patch === 'string'
    ? valuesIn(named.patch).map(value => ({ value, document: at.document, path: isObject(entry) ? [...at.path, 'patch'] : at.path }))
    : [{ ...at, value: undefined }];
}

function valuesIn(text: string): readonly unknown[] {
  return splitDocuments(text).map(({ start, end }) => readDocument(text.slice(start, end)).value);
}

/** A replacement, or those in the file that an entry names. */
function replacementsAt(entry: unknown, kustomization: KustomizationDocument, documentsAt: DocumentsAt): readonly unknown[] {
  const documents = isObject(entry) ? documentsNamed(entry.path, kustomization, documentsAt) : undefined;
  return documents === undefined ? [entry] : documents.flatMap(({ value }) => value);
}

function namingsOf({ namespace, namePrefix, nameSuffix }: Mapping): Naming[] {
  const [given, prefix, suffix] = [namespace, namePrefix, nameSuffix].map(text => (typeof text === 'string' ? text : ''));
  return `${given}${prefix}${suffix}` === '' ? [] : [{ namespace: given || undefined, prefix, suffix }];
}

/** Labels are added to objects, and to pods and what selects them where that is wanted. Where else somebody wants them is not read. */
function labelsOf(entries: readonly unknown[]): Patch[] {
  const given = entries.filter(isObject).filter(({ pairs }) => Object.keys(textsIn(pairs)).length > 0);
  return given.map(({ pairs, fields, includeSelectors, includeTemplates }) => {
    const places = { selectors: includeSelectors === true, templates: includeTemplates === true };
    const labels = textsIn(pairs);
    return fields === undefined
      ? { matches: anything, apply: (object: Mapping) => withLabels(object, labels, places), places: [] }
      : { matches: anything, places: LABEL_PLACES };
  });
}

/** What kustomize takes; it refuses others. */
function textsIn(value: unknown): Mapping {
  return Object.fromEntries(Object.entries(mappingOf(value)).filter(([, text]) => typeof text === 'string'));
}

function annotationsOf(annotations: unknown): Patch[] {
  const texts = textsIn(annotations);
  return Object.keys(texts).length === 0 ? [] : [{ matches: anything, apply: object => withAnnotations(object, texts), places: [] }];
}

const SCALED: readonly string[] = ['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet'];

function replicasOf({ name, count }: Mapping): Patch {
  return {
    matches: ({ kind }, called) => SCALED.includes(String(kind)) && called.some(one => one.name === name),
    apply: object => ({ ...object, spec: { ...mappingOf(object.spec), replicas: count } }),
    places: [['spec', 'replicas']],
  };
}

function targetOf(entry: unknown): Mapping | undefined {
  return isObject(entry) && isObject(entry.target) ? entry.target : undefined;
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
