import type { Field } from '../../mesh/field';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { isAmbientPod } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { allPods, podsSelectedIn } from '../../mesh/pods';
import { conditionKeys, OF_OPERATIONS, requestFields } from '../../mesh/request-fields';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const ambientHttpPolicy = meshRule(
  'MESH088', 'error', ['ambient-http-policy', 'A policy for ambient pods asks for what HTTP alone has, of which ztunnel knows nothing.'], ['IST0133', 'MESH067'],
);

const OF_SOURCES = ['requestPrincipals', 'notRequestPrincipals', 'remoteIpBlocks', 'notRemoteIpBlocks'];

/** Rules about requests in policies that ztunnel enforces: a waypoint reads those alone that name it, or a Service, as their target. */
export const ambientHttpPolicyCheck = defineCheck({
  rules: [ambientHttpPolicy],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: [...OF_OPERATIONS, ...OF_SOURCES, 'when'],
  reads: ['Namespace', KUBERNETES_GATEWAY, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const effect = hasAmbientPods(set) ? EFFECTS[policy.spec.at('action').text ?? 'ALLOW'] : undefined;
    for (const rule of effect !== undefined && isForAmbientPods(set, policy) ? policy.spec.at('rules').items() : []) {
      const field = httpNames(rule).at(0);
      if (field !== undefined) {
        yield {
          rule: ambientHttpPolicy,
          path: rule.path,
          message: `the selected pods are in ambient mode, where ztunnel knows no ${field}: ${effect}`,
          repair: 'name the Service in targetRefs and give it a waypoint, or ask for ports, principals, namespaces or addresses alone',
        };
      }
    }
  },
});

const EFFECTS: Readonly<Record<string, string | undefined>> = {
  ALLOW: 'the rule lets nobody in',
  DENY: 'the rule denies without asking for it',
};

const hasAmbientPods = perSet(set => allPods(set).some(pod => isAmbientPod(set, pod)));

function isForAmbientPods(set: ObjectSet, { spec, namespace }: Resource): boolean {
  const selector = spec.at('selector', 'matchLabels').textMap;
  const isForAll = Object.keys(selector).length === 0;
  if (spec.at('targetRef').isSet || spec.at('targetRefs').isFilled || namespace === rootNamespace(set) || (isForAll && namespacesWithGateway(set).has(namespace))) {
    return false;
  }
  return ambientOnly(set, `${namespace} ${selectorText(selector)}`, () => {
    const pods = podsSelectedIn(set, namespace, selector);
    return pods.length > 0 && pods.every(pod => isAmbientPod(set, pod));
  });
}

const ambientOnly = perKey<boolean>();

/** Where the pods of a Gateway run, which the set does not show, and which do know HTTP. */
const namespacesWithGateway = perSet(set => new Set(set.of(KUBERNETES_GATEWAY).map(({ namespace }) => namespace)));

const OF_CONNECTIONS = new Set(['source.ip', 'source.namespace', 'source.principal', 'destination.ip', 'destination.port']);

/** What a rule asks for that a connection does not have. */
function httpNames(rule: Field): Array<string | number> {
  return [...requestFields(rule, OF_SOURCES).map(({ key }) => key), ...conditionKeys(rule).filter(key => !OF_CONNECTIONS.has(key))];
}
