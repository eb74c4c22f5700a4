import { isObject } from '../is-object';
import type { ObjectPath } from '../schema/violation';
import type { DocumentProblem } from './document-problem';
import type { KubeObject } from './kube-object';
import { isForKustomize } from './kustomizations';
import { kindProblem } from './missing-kind';
import type { NoObject } from './no-object';
import type { YamlDocument } from './yaml-document';

/** The objects of a document, and what stands where an object should. */
export interface ExpandedDocument {
  readonly objects: readonly KubeObject[];
  readonly problems: readonly DocumentProblem[];
  /** The document itself when it holds values of Helm that configure the mesh. */
  readonly values: readonly KubeObject[];
  /** What is passed over. */
  readonly others: readonly NoObject[];
}

type Mapping = Readonly<Record<string, unknown>>;

/**
 * Finds the objects of a document. A `List`, or a typed one such as `ServiceList`, stands for its items; these inherit `apiVersion` and
 * `kind` of a typed list. A mapping without `kind`, or a list of what is no object, is something else, and is passed over, unless it says that
 * it is an object; with a `meshConfig` key it is values of Helm.
 */
export function expandObjects(document: YamlDocument): ExpandedDocument {
  const { value } = document;
  return value === undefined || value === null ? NO_OBJECTS : expand(value, document, []);
}

/** What is in a document that holds no objects. */
export const NO_OBJECTS: ExpandedDocument = { objects: [], problems: [], values: [], others: [] };

function expand(value: unknown, document: YamlDocument, path: ObjectPath): ExpandedDocument {
  if (!isObject(value)) {
    return isOtherList(value, path)
      ? { ...NO_OBJECTS, others: [{ value, document, path, what: 'list' }] }
      : { ...NO_OBJECTS, problems: [problemOf(value, path)] };
  }
  if (value.kind === undefined || value.kind === null) {
    return isObject(value.meshConfig) ? { ...NO_OBJECTS, values: [{ value, document, path }] } : passedOver(value, document, path);
  }
  if (isForKustomize(value, document.file.name)) {
    // No API server knows it.
    return passedOver(value, document, path);
  }
  const items = itemsOf(value);
  if (items === undefined) {
    return { ...NO_OBJECTS, objects: [{ value, document, path }], problems: sizeProblems(value, document, path) };
  }
  const expanded = items.map((item, index) => expand(item, document, [...path, 'items', index]));
  return {
    objects: expanded.flatMap(({ objects }) => objects),
    problems: expanded.flatMap(({ problems }) => problems),
    values: expanded.flatMap(({ values }) => values),
    others: expanded.flatMap(({ others }) => others),
  };
}

/** Whether a document is a list such as a playbook or a JSON patch, of which no item says that it is an object. */
function isOtherList(value: unknown, path: ObjectPath): boolean {
  return path.length === 0 && Array.isArray(value) && !value.some(item => isObject(item) && ('apiVersion' in item || 'kind' in item));
}

/** A kustomization needs no kind in a file of its name. */
function passedOver(value: Mapping, document: YamlDocument, path: ObjectPath): ExpandedDocument {
  const what = isForKustomize(value, document.file.name) ? 'kustomization' : 'without-kind';
  const problem = what === 'kustomization' ? undefined : kindProblem(value, path);
  return problem === undefined ? { ...NO_OBJECTS, others: [{ value, document, path, what }] } : { ...NO_OBJECTS, problems: [problem] };
}

/** The items of a list of objects, each with its kind; undefined for anything else. */
function itemsOf({ apiVersion, kind, items }: Mapping): unknown[] | undefined {
  if (kind === 'List' && (items === undefined || items === null)) {
    return [];
  }
  if (typeof kind !== 'string' || !kind.endsWith('List') || !Array.isArray(items)) {
    return undefined;
  }
  const inherited = kind === 'List' ? {} : { apiVersion, kind: kind.slice(0, -'List'.length) };
  return items.map((item: unknown) => (isObject(item) ? { ...inherited, ...item } : item));
}

/** The most that the API server reads of a request. */
const MAX_BYTES = 3 * 1024 * 1024;

function sizeProblems(value: Mapping, { text }: YamlDocument, path: ObjectPath): DocumentProblem[] {
  // An object is hardly larger than its text, but for aliases, which have a limit of their own.
  return text.length < MAX_BYTES || Buffer.byteLength(JSON.stringify(value)) <= MAX_BYTES ? [] : [{
    kind: 'unbounded',
    path,
    message: 'the object is larger than 3 MiB, the most that the API server accepts',
    repair: 'split it into several objects, or store the large part elsewhere',
  }];
}

function problemOf(value: unknown, path: ObjectPath): DocumentProblem {
  const message = `expected an object, found ${nameOf(value)}`;
  const repair = Array.isArray(value) ? 'make each item a separate document' : 'write an object with apiVersion, kind and metadata, or remove it';
  return { kind: 'not-an-object', path, message, repair };
}

function nameOf(value: unknown): string {
  if (value === null) {
    return 'null';
  }
  return Array.isArray(value) ? 'a list' : `a ${typeof value}`;
}
