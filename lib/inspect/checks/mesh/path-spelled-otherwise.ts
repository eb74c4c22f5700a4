import { meshConfig, MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { operationsOf } from '../../mesh/policy-workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const pathSpelledOtherwise = meshRule('MESH077', 'info', ['path-spelled-otherwise', 'A denied path can be reached with a different spelling.']);

/** How far paths are made plain before policies see them, where two slashes become one. */
const MERGING = new Set(['MERGE_SLASHES', 'DECODE_AND_MERGE_SLASHES']);

/** Denials by path while the mesh does not merge slashes. */
export const pathSpelledOtherwiseCheck = defineCheck({
  rules: [pathSpelledOtherwise],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: MESH_CONFIG_KINDS,
  * judge({ spec }, { set }) {
    const isMerged = MERGING.has(meshConfig(set).at('pathNormalization', 'normalization').text ?? '');
    const lists = spec.at('action').text === 'DENY' && !isMerged ? operationsOf(spec.at('rules').items()).map(operation => operation.at('paths')) : [];
    for (const { path, texts } of lists) {
      const [first] = texts.filter(text => /^\/[^*]/.test(text));
      if (first !== undefined) {
        yield {
          rule: pathSpelledOtherwise,
          path,
          message: `the policy treats /${first} and ${first} as different paths, but the application may not`,
          repair: 'set pathNormalization to MERGE_SLASHES or more in the mesh config, or use an ALLOW policy that lists the permitted paths',
        };
      }
    }
  },
});
