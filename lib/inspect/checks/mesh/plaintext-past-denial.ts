import type { Field } from '../../mesh/field';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { effectiveMutualTls } from '../../mesh/mutual-tls';
import { workloadsOfPolicy } from '../../mesh/policy-workloads';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const plaintextPastDenial = meshRule('MESH066', 'warning', [
  'plaintext-past-denial', 'Callers are denied by who they are, and one without mutual TLS is nobody.',
]);

/** Denials that plain text gets past. */
export const plaintextPastDenialCheck = defineCheck({
  rules: [plaintextPastDenial],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['security.istio.io/PeerAuthentication', ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const { spec, namespace } = policy;
    const sources = spec.at('action').text === 'DENY' ? spec.at('rules').items().flatMap(rule => rule.at('from').items()).map(from => from.at('source')) : [];
    const named = sources.find(isByIdentity);
    if (named === undefined) {
      return;
    }
    const workloads = workloadsOfPolicy(set, policy);
    const pods = workloads.length > 0 ? workloads : [{ namespace, labels: spec.at('selector', 'matchLabels').textMap }];
    const open = pods.map(one => effectiveMutualTls(set, one)).find(({ mode }) => mode !== 'STRICT');
    if (open !== undefined && open.policy === undefined && !set.settings.complete) {
      yield { undecided: plaintextPastDenial, unknown: `mutual TLS of namespace ${namespace}` };
    } else if (open !== undefined) {
      yield {
        rule: plaintextPastDenial,
        path: named.path,
        message: `the pods take plain text as well (${open.policy === undefined ? 'nothing says STRICT' : `PeerAuthentication ${open.policy.fullName}`}), and a caller without mutual TLS is not denied`,
        repair: 'set mutual TLS to STRICT, or deny by notPrincipals or notNamespaces',
      };
    }
  },
});

const IDENTITIES = ['principals', 'namespaces', 'serviceAccounts'];

function isByIdentity(source: Field): boolean {
  return IDENTITIES.some(key => source.at(key).isFilled && source.at(key).value?.toString() !== '*');
}
