import { listed } from '../../listed';
import { MESH_CONFIG_KINDS, meshConfigIn, MeshConfigSource, meshConfigSources } from '../../mesh/mesh-config';
import { originOf } from '../../mesh/object-reference';
import { perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const twoMeshConfigs = meshRule('MESH096', 'info', ['two-mesh-configs', 'The input contains two mesh configs that differ.']);

/** Mesh configs of one control plane that contradict each other, and which of them is taken for the one that holds. */
export const twoMeshConfigsCheck = defineCheck({
  rules: [twoMeshConfigs],
  kinds: MESH_CONFIG_KINDS,
  * judge(resource, { set }) {
    const own = meshConfigIn(resource);
    const last = strongest(set).get(controlPlane(resource));
    const differing = own === undefined || last === undefined ? [] : own.config.entries().map(([key]) => key).filter(key => differ(own, last, key));
    if (own !== undefined && last !== undefined && differing.length > 0) {
      yield {
        rule: twoMeshConfigs,
        path: own.config.path,
        message: `${originOf(last.resource.reference)} has different values for ${listed(differing)}, and is the one used here`,
        repair: 'keep one of them, or check each with its own objects',
      };
    }
  },
});

/** Of each control plane the mesh config that overrides the others; one that was handed in as a file is meant to. */
const strongest = perSet((set): ReadonlyMap<string, MeshConfigSource> => new Map(
  meshConfigSources(set).filter(({ resource }) => resource.kind !== 'MeshConfig').map(source => [controlPlane(source.resource), source]),
));

/** Which control plane a mesh config is for, as far as it says: revisions and clusters have their own. */
function controlPlane({ kind, name, spec, root }: Resource): string {
  const values = [spec.at('values'), spec, root].find(place => place.at('global').isSet) ?? root;
  const revision = kind === 'ConfigMap' ? name.replace(/^istio-?/, '') : spec.at('revision').text ?? spec.at('values', 'revision').text ?? root.at('revision').text ?? '';
  return `${revision === 'default' ? '' : revision} ${values.at('global', 'multiCluster', 'clusterName').text ?? ''}`;
}

/** Lists and mappings are overlaid, so that texts, numbers and switches alone contradict each other. */
function differ(one: MeshConfigSource, other: MeshConfigSource, key: string): boolean {
  const [mine, theirs] = [one, other].map(({ config }) => config.at(key));
  return theirs.isSet && mine.isSet && typeof mine.value !== 'object' && mine.value !== theirs.value;
}
