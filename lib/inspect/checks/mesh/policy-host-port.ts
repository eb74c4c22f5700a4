import type { Field } from '../../mesh/field';
import { operationsOf } from '../../mesh/policy-workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const policyHostPort = meshRule('MESH062', 'warning', ['policy-host-port', 'A policy names a host that is not the same with a port behind it.']);

/** Hosts of policies that are compared with the whole Host header, in which a port may stand. */
export const policyHostPortCheck = defineCheck({
  rules: [policyHostPort],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  * judge({ spec }) {
    const opensBy = spec.at('action').text === 'DENY' ? 'hosts' : 'notHosts';
    for (const list of operationsOf(spec.at('rules').items()).flatMap(operation => ['hosts', 'notHosts'].map(key => operation.at(key)))) {
      const bare = barePorts(list);
      if (bare.length > 0) {
        yield {
          rule: policyHostPort,
          severity: list.key === opensBy ? 'warning' : 'info',
          path: list.path,
          message: `${bare.join(', ')} is another host than the same with a port, ${bare[0]}:80${list.key === opensBy ? ', by which a caller gets past this' : ', which is not let in'}`,
          repair: `add "${bare[0]}:*"`,
        };
      }
    }
  },
});

/** The hosts of a list that are exact, and not there with a port. */
function barePorts(list: Field): string[] {
  return list.texts.filter(host => !/[*:]/.test(host) && !list.texts.some(other => other.startsWith(`${host}:`) || other === `${host}*`));
}
