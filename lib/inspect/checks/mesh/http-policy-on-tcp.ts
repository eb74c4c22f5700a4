import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { perSet } from '../../mesh/object-set';
import { operationsOf, portsOfPolicy, ServedPort } from '../../mesh/policy-workloads';
import { conditionKeys, OF_OPERATIONS, requestFields } from '../../mesh/request-fields';
import { protocolOf } from '../../mesh/service-protocols';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const httpPolicyOnTcp = meshRule('MESH067', 'warning', ['http-policy-on-tcp', 'A policy uses HTTP-only fields on ports that are not HTTP.'], ['IST0133']);

const OF_SOURCES = ['requestPrincipals', 'notRequestPrincipals'];

/** Rules about requests, for pods that know connections alone. */
export const httpPolicyOnTcpCheck = defineCheck({
  rules: [httpPolicyOnTcp],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: [...OF_OPERATIONS, ...OF_SOURCES, 'when'],
  reads: ['Service', ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    for (const rule of namespacesWithTcp(set).has(policy.namespace) ? policy.spec.at('rules').items() : []) {
      const field = httpNames(rule).at(0);
      const meant = field === undefined ? [] : meantPorts(rule, portsOfPolicy(set, policy).served);
      if (meant.length > 0 && meant.every(({ port }) => isTcp(port))) {
        const isDenial = policy.spec.at('action').text === 'DENY';
        yield {
          rule: httpPolicyOnTcp,
          path: rule.path,
          message: `port ${listed(numbersOf(meant))} speaks ${protocolOf(meant[0].port)}, which has no ${field}: ${isDenial ? 'the rule denies without that condition' : 'the rule allows nobody'}`,
          repair: 'use only ports, principals, namespaces or addresses, or declare the port as HTTP if it is',
        };
      }
    }
  },
});

/** What the proxy hands on as it is, TLS of the application among it. */
const TCP = new Set(['tcp', 'tls', 'https', 'mongo', 'redis', 'mysql']);

function isTcp(port: Field): boolean {
  return TCP.has(protocolOf(port) ?? '');
}

/** Where Services have ports that do not speak HTTP: elsewhere, nobody has to know which ports a policy is for. */
const namespacesWithTcp = perSet((set): ReadonlySet<string> => new Set(
  set.of('Service').filter(({ spec }) => spec.at('ports').items().some(isTcp)).map(({ namespace }) => namespace),
));

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
