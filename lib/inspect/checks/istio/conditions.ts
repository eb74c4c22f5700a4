import type { Field } from '../../mesh/field';
import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const negative = istioRule('IST0171', 'warning', ['negative-condition', 'The status of an object reports a problem.']);

const [HTTP_ROUTE, GRPC_ROUTE] = ['HTTPRoute', 'GRPCRoute'].map(kind => `gateway.networking.k8s.io/${kind}`);
const OF_GATEWAYS = ['Accepted', 'Programmed', 'ResolvedRefs'];

/** The conditions of each kind that have to be true. */
const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  'Service': ['istio.io/WaypointBound'],
  'networking.istio.io/ServiceEntry': ['istio.io/WaypointBound'],
  'networking.istio.io/WorkloadEntry': ['istio.io/WaypointBound'],
  'security.istio.io/AuthorizationPolicy': ['ZtunnelAccepted', 'WaypointAccepted'],
  [KUBERNETES_GATEWAY]: OF_GATEWAYS,
  [HTTP_ROUTE]: OF_GATEWAYS,
  [GRPC_ROUTE]: OF_GATEWAYS,
};

/** What controllers wrote into the status of objects that were exported from a cluster. */
export const conditionsCheck = defineCheck({
  rules: [negative],
  analyzer: 'conditions.ConditionAnalyzer',
  kinds: Object.keys(CONDITIONS),
  fields: ['conditions'],
  * judge({ kind, root }) {
    const status = root.at('status');
    const holders = kind === HTTP_ROUTE || kind === GRPC_ROUTE ? status.at('parents').items() : [status];
    for (const condition of holders.flatMap(holder => holder.at('conditions').items())) {
      if (CONDITIONS[kind].includes(condition.at('type').text ?? '') && isNegative(condition)) {
        yield { rule: negative, path: condition.path, message: wordsOf(condition), repair: 'fix what the reason says' };
      }
    }
  },
});

function wordsOf(condition: Field): string {
  const [type, status = 'unknown', reason = 'no reason', text = ''] = ['type', 'status', 'reason', 'message'].map(key => condition.at(key).text);
  return `${type} is ${status}: ${reason}${text === '' ? '' : `, ${text}`}`;
}

function isNegative(condition: Field): boolean {
  const isPartial = condition.at('type').text === 'WaypointAccepted' && condition.at('reason').text === 'PartiallyInvalid';
  return isPartial || condition.at('status').text === 'False';
}
