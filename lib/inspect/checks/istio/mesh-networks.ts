import { MESH_NETWORKS_KINDS, networksIn } from '../../mesh/mesh-networks';
import { perSet } from '../../mesh/object-set';
import { secretTexts } from '../../mesh/secret-texts';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const unknownRegistry = istioRule('IST0126', 'error', ['unknown-registry', 'A network of the mesh takes endpoints from an unknown cluster.']);

/** Clusters from which networks take their endpoints. */
export const meshNetworksCheck = defineCheck({
  rules: [unknownRegistry],
  analyzer: 'meshnetworks.MeshNetworksAnalyzer',
  kinds: MESH_NETWORKS_KINDS,
  reads: ['Secret'],
  * judge(resource, { set }) {
    for (const [network, place] of networksIn(resource)) {
      for (const { text, path } of place.at('endpoints').items().map(endpoint => endpoint.at('fromRegistry'))) {
        if (text === undefined || BUILT_IN.has(text) || clusters(set).has(text)) {
          continue;
        }
        yield set.settings.complete || clusters(set).size > 0
          ? {
              rule: unknownRegistry,
              path,
              message: `network ${network} takes endpoints from ${text}, but no Secret gives istiod access to a cluster of that name`,
              repair: 'correct the name, or add the Secret that `istioctl create-remote-secret` creates',
            }
          : { undecided: unknownRegistry, unknown: `the remote secret of cluster ${text}` };
      }
    }
  },
});

const BUILT_IN = new Set(['Mock', 'Kubernetes', 'External']);

/** The clusters that istiod reads, by the Secrets with access to them. */
const clusters = perSet(set => new Set(
  set.of('Secret')
    .filter(({ labels }) => labels['istio/multiCluster'] === 'true')
    .flatMap(secret => [...secretTexts(secret).keys()]),
));
