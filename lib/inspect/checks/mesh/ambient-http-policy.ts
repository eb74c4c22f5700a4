import { AMBIENT_READS, isForAmbientPods } from '../../mesh/ambient-selection';
import type { Field } from '../../mesh/field';
import { conditionKeys, OF_OPERATIONS, requestFields } from '../../mesh/request-fields';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const ambientHttpPolicy = meshRule(
  'MESH088', 'error', ['ambient-http-policy', 'A policy for ambient pods uses HTTP-only fields, which ztunnel does not support.'], ['IST0133', 'MESH067'],
);

const OF_SOURCES = ['requestPrincipals', 'notRequestPrincipals', 'remoteIpBlocks', 'notRemoteIpBlocks'];

/** Rules about requests in policies that ztunnel enforces: a waypoint reads those alone that name it, or a Service, as their target. */
export const ambientHttpPolicyCheck = defineCheck({
  rules: [ambientHttpPolicy],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: [...OF_OPERATIONS, ...OF_SOURCES, 'when'],
  reads: AMBIENT_READS,
  * judge(policy, { set }) {
    const effect = EFFECTS[policy.spec.at('action').text ?? 'ALLOW'];
    for (const rule of effect !== undefined && isForAmbientPods(set, policy, policy.spec.at('selector', 'matchLabels')) ? policy.spec.at('rules').items() : []) {
      const field = httpNames(rule).at(0);
      if (field !== undefined) {
        yield {
          rule: ambientHttpPolicy,
          path: rule.path,
          message: `the selected pods are in ambient mode, and ztunnel does not support ${field}: ${effect}`,
          repair: 'name the Service in targetRefs and give it a waypoint, or use only ports, principals, namespaces or addresses',
        };
      }
    }
  },
});

const EFFECTS: Readonly<Record<string, string | undefined>> = {
  ALLOW: 'the rule allows nobody',
  DENY: 'the rule denies without that condition',
};

const OF_CONNECTIONS = new Set(['source.ip', 'source.namespace', 'source.principal', 'destination.ip', 'destination.port']);

/** What a rule asks for that a connection does not have. */
function httpNames(rule: Field): Array<string | number> {
  return [...requestFields(rule, OF_SOURCES).map(({ key }) => key), ...conditionKeys(rule).filter(key => !OF_CONNECTIONS.has(key))];
}
