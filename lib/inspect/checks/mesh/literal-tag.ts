import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const literalTag = meshRule('MESH050', 'info', ['literal-tag', 'A tag that describes one service is the same for all services of the mesh.']);

const OF_ONE_SERVICE = ['service.name', 'service.version', 'service.instance.id', 'version'];

/** Tags of the whole mesh that say one service's name or version. */
export const literalTagCheck = defineCheck({
  rules: [literalTag],
  kinds: ['telemetry.istio.io/Telemetry'],
  reads: MESH_CONFIG_KINDS,
  * judge({ spec, namespace }, { set }) {
    const isOfMesh = namespace === rootNamespace(set) && !['selector', 'targetRef', 'targetRefs'].some(key => spec.at(key).isFilled);
    for (const tags of isOfMesh ? spec.at('tracing').items().map(tracing => tracing.at('customTags')) : []) {
      for (const tag of OF_ONE_SERVICE.map(name => tags.at(name)).filter(one => one.at('literal', 'value').isSet)) {
        const { text, path } = tag.at('literal', 'value');
        yield {
          rule: literalTag,
          path,
          message: `every span in the mesh gets ${tag.key}=${text}, regardless of its service`,
          repair: 'take the value from an environment variable or a header, or use the resource attributes of the workload',
        };
      }
    }
  },
});
