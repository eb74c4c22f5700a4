import { conditionValues } from '../../mesh/policy-sources';
import { operationsOf, portsOfPolicy } from '../../mesh/policy-workloads';
import { portNumber } from '../../mesh/port-number';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const policyServicePort = meshRule('MESH063', 'warning', ['policy-service-port', 'A policy uses the port of a Service, but is matched against the port of the pods.']);

/** Ports of policies that no request to the selected pods has. */
export const policyServicePortCheck = defineCheck({
  rules: [policyServicePort],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['ports', 'notPorts', 'when'],
  reads: ['Service', ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const named = operationsOf(policy.spec.at('rules').items()).flatMap(operation => ['ports', 'notPorts'].flatMap(key => operation.at(key).items()));
    const places = [...named, ...conditionValues(policy, 'destination.port')];
    if (places.length === 0) {
      return;
    }
    const { served, own } = portsOfPolicy(set, policy);
    for (const { text, path } of places) {
      const match = served.find(({ port, target }) => String(portNumber(port.at('port'))) === text && target !== undefined);
      if (match !== undefined && !own.has(Number(text))) {
        yield {
          rule: policyServicePort,
          path,
          message: `${text} is the Service port, but the pods receive the requests on ${match.target}, so this never matches`,
          repair: `write "${match.target}"`,
        };
      }
    }
  },
});
