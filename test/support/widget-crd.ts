import { Crd, CrdSchema, CrdVersion } from '../../scripts/imports/crd';

/** What a test wants otherwise than in the plain CRD. */
export interface WidgetOptions {
  readonly group?: string;
  readonly kind?: string;
  /** versions in their order; by default one that is served: `v1` */
  readonly versions?: readonly CrdVersion[];
  /** properties of the spec, for the default version */
  readonly spec?: Readonly<Record<string, CrdSchema>>;
}

/** A small CRD: the kind Widget of the group example.com. */
export function widgetCrd({ group = 'example.com', kind = 'Widget', spec = { size: { type: 'integer' } }, versions }: WidgetOptions = {}): Crd {
  const plural = `${kind.toLowerCase()}s`;
  return {
    apiVersion: 'apiextensions.k8s.io/v1',
    kind: 'CustomResourceDefinition',
    metadata: { name: `${plural}.${group}` },
    spec: { group, scope: 'Namespaced', names: { kind, plural }, versions: versions ?? [version('v1', spec)] },
  };
}

/** A served version of a CRD, with these properties of its spec. */
export function version(name: string, spec: Readonly<Record<string, CrdSchema>> = {}): CrdVersion {
  const openAPIV3Schema = { type: 'object', properties: { spec: { type: 'object', properties: spec } } };
  return { name, served: true, storage: true, schema: { openAPIV3Schema } };
}
