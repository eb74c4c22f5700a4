import type { Field } from '../../../mesh/field';
import { defineCheck, Judgement } from '../../check';
import { broken } from '../broken';
import { connectionPool } from '../primitives/connection-pool';
import { destination, destinationRules } from '../primitives/destinations';
import { hostName, hostRules } from '../primitives/host-names';
import { refusal, webhookRefusal } from '../webhook-rules';
import { selectorRules, workloadSelector } from '../workload-selector';
import { sidecarEgress, sidecarEgressRules } from './sidecar-egress';
import { sidecarIngress, sidecarIngressRules } from './sidecar-ingress';

const rules = {
  empty: refusal('sidecar-empty', 'A Sidecar is empty.'),
  mode: refusal('sidecar-outbound-mode', 'A Sidecar uses an outbound traffic mode that only the mesh config supports.'),
  proxyMode: refusal('egress-proxy-mode', 'An egressProxy is set, but the outbound traffic mode is not ALLOW_ANY.'),
  proxyPort: refusal('egress-proxy-without-port', 'An egressProxy has no port.'),
};

const PARTS = ['egress', 'ingress'];
const SETTINGS = ['outboundTrafficPolicy', 'inboundConnectionPool'];

/** What the webhook says of a Sidecar. */
export const sidecar = defineCheck({
  rules: [
    ...Object.values(rules), ...sidecarIngressRules, ...sidecarEgressRules, ...Object.values(destinationRules), ...Object.values(selectorRules),
    hostRules.host,
  ],
  analyzer: 'schema.ValidationAnalyzer.Sidecar',
  kinds: ['networking.istio.io/Sidecar'],
  everyDocument: true,
  * judge({ spec, namespace }) {
    const selector = spec.at('workloadSelector');
    const problems = [...workloadSelector(selector, selector.at('labels'))];
    yield* problems;
    if (problems.some(problem => 'rule' in problem && problem.rule.code === webhookRefusal)) {
      return;
    }
    if (PARTS.every(key => !spec.at(key).isFilled) && SETTINGS.every(key => !spec.at(key).isSet)) {
      yield broken(rules.empty, spec, 'the Sidecar is empty', 'add egress, ingress, outboundTrafficPolicy or inboundConnectionPool');
      return;
    }
    yield* sidecarIngress(spec.at('ingress'));
    yield* connectionPool(spec.at('inboundConnectionPool'));
    yield* sidecarEgress(spec.at('egress'), namespace);
    yield* outboundPolicy(spec.at('outboundTrafficPolicy'));
  },
});

function* outboundPolicy(policy: Field): Judgement {
  const [mode, proxy] = [policy.at('mode'), policy.at('egressProxy')];
  if (mode.text === 'ALLOW_ANY_DYNAMIC_DNS') {
    yield broken(rules.mode, mode, `${mode.text} is supported only in the mesh config`, 'write ALLOW_ANY or REGISTRY_ONLY');
  }
  if (!proxy.isSet) {
    return;
  }
  if (mode.text !== 'ALLOW_ANY') {
    yield broken(rules.proxyMode, proxy, 'egressProxy needs the mode ALLOW_ANY', 'write mode: ALLOW_ANY');
    return;
  }
  if (!proxy.at('port').isSet) {
    yield* hostName(proxy.at('host'));
    yield broken(rules.proxyPort, proxy.at('port'), 'egressProxy has no port', 'add port: {number: ...}');
    return;
  }
  const problems = [...destination(proxy)];
  yield* problems.length > 0 ? problems : hostName(proxy.at('host'));
}
