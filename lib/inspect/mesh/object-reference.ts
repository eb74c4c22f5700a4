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

/** Who an object is. A kind that nobody knows is taken for a namespaced one. */
export function referenceTo({ apiVersion, kind, metadata }: Readonly<Record<string, unknown>>, rules: NamespaceRules): ObjectReference {
  const { name, generateName, namespace } = (metadata ?? {}) as Readonly<Record<string, unknown>>;
  const type = { apiVersion: text(apiVersion), kind: text(kind) };
  return defined({
    apiVersion: type.apiVersion,
    kind: type.kind,
    namespace: isClusterWide(type, rules.schemas) ? undefined : text(namespace) ?? text(rules.defaultNamespace),
    name: text(name) ?? text(generateName),
  });
}

/** `Kind namespace/name`, or empty for a finding without object. */
export function originOf({ kind = '', namespace, name = '' }: ObjectReference = {}): string {
  return `${kind} ${namespace === undefined ? '' : `${namespace}/`}${name}`.trim();
}

function isClusterWide({ apiVersion = '', kind = '' }: ObjectReference, schemas: SchemaStore): boolean {
  const group = apiVersion.includes('/') ? apiVersion.slice(0, apiVersion.indexOf('/')) : '';
  return schemas.kind(group, kind)?.scope === 'Cluster';
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function defined(reference: { [key in keyof ObjectReference]: string | undefined }): ObjectReference {
  const isWhole = Object.values(reference).every(value => value !== undefined);
  return isWhole ? reference : Object.fromEntries(Object.entries(reference).filter(([, value]) => value !== undefined));
}
