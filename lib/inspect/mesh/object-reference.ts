import { groupOf } from '../api-group';
import { isObject } from '../is-object';
import { nearlySpelled } from '../nearest';
import { GroupKind, likelyType } from '../schema/check/meant-types';
import type { SchemaStore } from '../schema/schema-store';

/** The object that a finding is about, as far as it says who it is. */
export interface ObjectReference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly namespace?: string;
  readonly name?: string;
}

/** What decides on the namespace of an object that names none. */
export interface NamespaceRules {
  readonly schemas: SchemaStore;
  /** The namespace of namespaced objects; empty for none. */
  readonly defaultNamespace: string;
}

/**
 * Who an object is. A kind that nobody knows is taken for a namespaced one. Where a field of the metadata is misspelled, or a kind, the schema says
 * so; it is the object all the same that others mean.
 */
export function referenceTo({ apiVersion, kind, metadata }: Readonly<Record<string, unknown>>, rules: NamespaceRules): ObjectReference {
  const fields = isObject(metadata) ? metadata : {};
  const type = { apiVersion: text(apiVersion), kind: text(kind) };
  return defined({
    apiVersion: type.apiVersion,
    kind: type.kind,
    namespace: isClusterWide(type, rules.schemas) ? undefined : textOf(fields, 'namespace') ?? text(rules.defaultNamespace),
    name: text(fields.name) ?? text(fields.generateName) ?? textOf(fields, 'name'),
  });
}

/** Group and kind, `networking.istio.io/Gateway`; the kind alone in the core group. Versions of one kind are the same. */
export function kindOf(reference: ObjectReference, schemas: SchemaStore): string {
  const { group, kind } = likelyType(typeOf(reference), schemas);
  return group === '' ? kind : `${group}/${kind}`;
}

/** `Kind namespace/name`, or empty for a finding without object. */
export function originOf({ kind = '', namespace, name = kind === '' ? '' : '(no name)' }: ObjectReference = {}): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`.trim();
}

function isClusterWide(reference: ObjectReference, schemas: SchemaStore): boolean {
  const { group, kind } = likelyType(typeOf(reference), schemas);
  return schemas.kind(group, kind)?.scope === 'Cluster';
}

function typeOf({ apiVersion = '', kind = '' }: ObjectReference): GroupKind {
  return { group: groupOf(apiVersion), kind };
}

function textOf(fields: Readonly<Record<string, unknown>>, name: string): string | undefined {
  return name in fields ? text(fields[name]) : nearlySpelled(name, Object.keys(fields), 1).map(near => text(fields[near]))[0];
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function defined(reference: { [key in keyof ObjectReference]: string | undefined }): ObjectReference {
  const isWhole = Object.values(reference).every(value => value !== undefined);
  return isWhole ? reference : Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== undefined));
}
