import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { operationsOf, portsOfPolicy, ServedPort } from '../../mesh/policy-workloads';
import { conditionKeys, requestFields } from '../../mesh/request-fields';
import { protocolOf } from '../../mesh/service-protocols';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const httpPolicyOnTcp = meshRule('MESH067', 'warning', ['http-policy-on-tcp', 'A policy asks for what HTTP alone has, at ports that do not speak HTTP.'], ['IST0133']);

/** Rules about requests, for pods that know connections alone. */
export const httpPolicyOnTcpCheck = defineCheck({
  rules: [httpPolicyOnTcp],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  reads: ['Service', ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const ports = portsOfPolicy(set, policy).served;
    for (const rule of ports.length === 0 ? [] : policy.spec.at('rules').items()) {
      const field = httpNames(rule).at(0);
      const meant = meantPorts(rule, ports);
      if (field !== undefined && meant.length > 0 && meant.every(({ port }) => TCP.has(protocolOf(port) ?? ''))) {
        const isDenial = policy.spec.at('action').text === 'DENY';
        yield {
          rule: httpPolicyOnTcp,
          path: rule.path,
          message: `port ${listed(numbersOf(meant))} speaks ${protocolOf(meant[0].port)}, of which ${field} is not known: ${isDenial ? 'the rule denies without asking for it' : 'the rule lets nobody in'}`,
          repair: 'ask for ports, principals, namespaces or addresses alone, or name the protocol of the port if it is HTTP',
        };
      }
    }
  },
});

/** What the proxy hands on as it is, TLS of the application among it. */
const TCP = new Set(['tcp', 'tls', 'https', 'mongo', 'redis', 'mysql']);

const OF_SOURCES = ['requestPrincipals', 'notRequestPrincipals'];

/** What a rule asks for that requests alone have. */
function httpNames(rule: Field): Array<string | number> {
  return [...requestFields(rule, OF_SOURCES).map(({ key }) => key), ...conditionKeys(rule).filter(key => /^request\.(?:headers\[|auth\.)/.test(key))];
}

function numbersOf(ports: readonly ServedPort[]): Array<string | number> {
  return [...new Set(ports.map(({ target, port }) => target ?? port.at('targetPort').text ?? ''))];
}

/** The ports that the operations of a rule name, or all. */
function meantPorts(rule: Field, ports: readonly ServedPort[]): readonly ServedPort[] {
  const named = operationsOf([rule]).map(operation => operation.at('ports').texts);
  return named.length === 0 || named.some(texts => texts.length === 0) ? ports
    : ports.filter(({ target }) => named.some(texts => texts.includes(String(target))));
}
