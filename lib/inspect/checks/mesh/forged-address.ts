import { gatewayReach } from '../../mesh/gateway-pods';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { conditionValues, sourcesOf } from '../../mesh/policy-sources';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const forgedAddress = meshRule('MESH068', 'warning', ['forged-address', 'A workload policy trusts a client address that the caller can forge.']);

/** Addresses of clients in policies of sidecars, which take them from a header of the caller. */
export const forgedAddressCheck = defineCheck({
  rules: [forgedAddress],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['remoteIpBlocks', 'notRemoteIpBlocks', 'when'],
  reads: [ISTIO_GATEWAY, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const lists = sourcesOf(policy).flatMap(source => ['remoteIpBlocks', 'notRemoteIpBlocks'].map(key => source.at(key)));
    const found = [...lists.filter(({ isFilled }) => isFilled), ...conditionValues(policy, 'remote.ip').slice(0, 1)];
    for (const { path } of found.length > 0 && gatewayReach(set, policy) === 'workloads' ? found : []) {
      yield {
        rule: forgedAddress,
        path,
        message: 'a sidecar takes this address from the x-forwarded-for header of the caller, and any pod in the mesh can forge that',
        repair: 'move it to a policy of the gateway, and allow only the principal of the gateway at the workload',
      };
    }
  },
});
