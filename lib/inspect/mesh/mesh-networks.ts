import { readDocument } from '../model/read-document';
import type { Field } from './field';
import type { Resource } from './resource';

/** The kinds that can hold mesh networks: `MeshNetworks` is what was handed in as a file of its own. */
export const MESH_NETWORKS_KINDS: readonly string[] = ['MeshNetworks', 'ConfigMap', 'HelmValues', 'install.istio.io/IstioOperator'];

/** The networks of a mesh by their names, if an object holds some. */
export function networksIn(resource: Resource): Array<[name: string, network: Field]> {
  return placeOfNetworks(resource)?.entries() ?? [];
}

/** Where a ConfigMap holds mesh networks as text. */
export function meshNetworksText({ kind, name, root }: Resource): Field | undefined {
  return kind === 'ConfigMap' && /^istio(-|$)/.test(name) ? root.at('data', 'meshNetworks') : undefined;
}

function placeOfNetworks(resource: Resource): Field | undefined {
  const { kind, root, spec } = resource;
  switch (kind) {
    case 'MeshNetworks': return root.at('networks');
    case 'HelmValues': return root.at('global', 'meshNetworks');
    case 'ConfigMap': return parsed(meshNetworksText(resource))?.at('networks');
    default: return spec.at('values', 'global', 'meshNetworks');
  }
}

function parsed(place: Field | undefined): Field | undefined {
  return place?.text === undefined ? undefined : place.holding(readDocument(place.text).value);
}
