import type { Field } from '../../mesh/field';
import { gatewayReach } from '../../mesh/gateway-pods';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const admissionByAddress = meshRule('MESH047', 'info', ['admission-by-address', 'A policy allows callers by address only, for any request.']);

const ADDRESSES = new Set(['ipBlocks', 'remoteIpBlocks', 'notIpBlocks', 'notRemoteIpBlocks']);

/** Rules that open everything of a workload to a range of addresses. */
export const admissionByAddressCheck = defineCheck({
  rules: [admissionByAddress],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['ipBlocks', 'remoteIpBlocks'],
  reads: [ISTIO_GATEWAY, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const action = policy.spec.at('action').text ?? 'ALLOW';
    if (action !== 'ALLOW' || gatewayReach(set, policy) === 'gateways') {
      return;
    }
    for (const rule of policy.spec.at('rules').items().filter(isOpen)) {
      const source = rule.at('from').items().map(from => from.at('source')).find(isByAddress);
      if (source !== undefined) {
        yield {
          rule: admissionByAddress,
          path: source.path,
          message: `any caller with an address in ${[...source.at('ipBlocks').texts, ...source.at('remoteIpBlocks').texts].join(', ')} may send any request`,
          repair: 'add paths or ports to the rule, or an identity to the source',
        };
      }
    }
  },
});

function isByAddress(source: Field): boolean {
  return (source.at('ipBlocks').isFilled || source.at('remoteIpBlocks').isFilled)
    && source.entries().every(([key, field]) => ADDRESSES.has(key) || !field.isFilled);
}

/** Whether a rule does not say what may be asked for, and under which conditions. */
function isOpen(rule: Field): boolean {
  const operations = rule.at('to').items().map(to => to.at('operation'));
  const hasOpenOperation = operations.length === 0
    || operations.some(operation => !['paths', 'notPaths', 'ports', 'notPorts'].some(key => operation.at(key).isFilled));
  return hasOpenOperation && !rule.at('when').isFilled;
}
