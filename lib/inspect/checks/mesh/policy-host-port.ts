import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { operationsOf } from '../../mesh/policy-workloads';
import { own } from '../../schema/own';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const policyHostPort = meshRule('MESH062', 'warning', ['policy-host-port', 'A policy names a host without a port, which does not match the host with a port.']);

/** Hosts of policies that are compared with the whole Host header, in which a port may stand. */
export const policyHostPortCheck = defineCheck({
  rules: [policyHostPort],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['hosts', 'notHosts'],
  * judge({ spec }) {
    const action = own(ACTIONS, spec.at('action').text ?? 'ALLOW');
    if (action === undefined) {
      return;
    }
    for (const list of operationsOf(spec.at('rules').items()).flatMap(operation => ['hosts', 'notHosts'].map(key => operation.at(key)))) {
      const isOpen = list.key === action.opensBy;
      const hosts = isOpen ? passedBy(list) : keptOut(list);
      const [bare] = hosts;
      if (hosts.length > 0) {
        const example = bare.replace('*', 'a') + (list.texts.includes(`${bare}:80`) ? ':8080' : ':80');
        yield {
          rule: policyHostPort,
          severity: isOpen ? 'warning' : 'info',
          path: list.path,
          message: `a Host header with a port, such as ${example}, does not match ${listed(hosts)}, ${isOpen ? 'so callers can use one to bypass this' : action.otherwise}`,
          repair: bare.startsWith('*') ? `add "${bare}:80", and the same for each port on which the host is reached` : `add "${bare}:*"`,
        };
      }
    }
  },
});

/** The list of hosts by which an action lets callers past that write a port, and what becomes of them by the other list. An audit lets all past. */
const ACTIONS: Readonly<Record<string, { readonly opensBy: string; readonly otherwise: string }>> = {
  ALLOW: { opensBy: 'notHosts', otherwise: 'so it is not allowed' },
  DENY: { opensBy: 'hosts', otherwise: 'so it is denied' },
  CUSTOM: { opensBy: 'hosts', otherwise: 'so it is sent to the authorizer, too' },
};

/** The hosts of a list, exact or by their end, of which callers get past by writing a port. Of an end not every port can be written. */
function passedBy({ texts }: Field): string[] {
  return texts.filter(host => /^\*?[^*:]+$/.test(host) && !texts.some(other => (
    host.startsWith('*') ? other.startsWith(`${host}:`) || other === '*' : other.endsWith('*') && `${host}:`.startsWith(other.slice(0, -1))
  )));
}

/** The exact hosts of a list that are in it with no port at all. */
function keptOut({ texts }: Field): string[] {
  return texts.filter(host => !/[*:]/.test(host) && !texts.some(other => other === '*' || other.startsWith(`${host}:`) || other === `${host}*`));
}
