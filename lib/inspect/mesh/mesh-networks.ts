import { readDocument } from '../model/read-document';
import type { Field } from './field';
import type { Resource } from './resource';

/** The kinds that can hold mesh networks: `MeshNetworks` is what was handed in as a file of its own. */
export const MESH_NETWORKS_KINDS: readonly string[] = ['MeshNetworks', 'ConfigMap', 'HelmValues', 'install.istio.io/IstioOperator'];

/** The networks of a mesh by their names, if an object holds some. */
export function networksIn(resource: Resource): Array<[name: string, network: Field]> {
  return placeOfNetworks(resource)?.entries() ?? [];
}

function placeOfNetworks({ kind, name, root, spec }: Resource): Field | undefined {
  switch (kind) {
    case 'MeshNetworks': return root.at('networks');
    case 'HelmValues': return root.at('global', 'meshNetworks');
    case 'ConfigMap': return /^istio(-|$)/.test(name) ? parsed(root.at('data', 'meshNetworks'))?.at('networks') : undefined;
    default: return spec.at('values', 'global', 'meshNetworks');
  }
}

function parsed(place: Field): Field | undefined {
  return place.text === undefined ? undefined : place.holding(readDocument(place.text).value);
}
