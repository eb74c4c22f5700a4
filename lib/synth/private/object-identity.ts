import { Manifest } from './manifest';
import { textAt } from './object-fields';

/**
 * Who an object is to the API server: `VirtualService.networking.istio.io shop/orders`. Its version does not count. Undefined for what says
 * too little, such as an object whose name the server makes.
 */
export function identityOf(manifest: Manifest): string | undefined {
  const { kind, metadata: { name, namespace } = {} } = manifest;
  return kind && name ? `${[kind, ...groupOf(manifest)].join('.')} ${namespace ? `${namespace}/` : ''}${name}` : undefined;
}

/** The group of an object, as a list of one; objects of the core group have none. */
export function groupOf({ apiVersion = '' }: Manifest): string[] {
  const slash = apiVersion.indexOf('/');
  return slash < 0 ? [] : [apiVersion.slice(0, slash)];
}

/** The kind that a CustomResourceDefinition brings, behind its group. */
export function definedBy(manifest: Manifest): string {
  return `${textAt(manifest, 'spec', 'group')}/${textAt(manifest, 'spec', 'names', 'kind')}`;
}
