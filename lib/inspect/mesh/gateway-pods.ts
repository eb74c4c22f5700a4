import { ISTIO_GATEWAY } from './gateway-references';
import { rootNamespace } from './mesh-config';
import { ObjectSet, perSet } from './object-set';
import { podsSelected, podsSelectedIn, RunningPod } from './pods';
import type { Resource } from './resource';
import { SelectorIndex } from './selector-index';
import { Labels, selectorText } from './selectors';

/** What is known of where a policy applies: at gateways alone, at none, or nothing. */
export type GatewayReach = 'gateways' | 'workloads' | 'unknown';

/** Whether a policy is one of gateways: by its targets, by the pods that it selects, or by what its selector says where the set shows no pods. */
export function gatewayReach(set: ObjectSet, policy: Resource): GatewayReach {
  const targets = [policy.spec.at('targetRef'), ...policy.spec.at('targetRefs').items()].filter(({ isSet }) => isSet);
  if (targets.length > 0) {
    return targets.every(target => ['Gateway', 'GatewayClass'].includes(target.at('kind').text ?? '')) ? 'gateways' : 'unknown';
  }
  const selector = policy.spec.at('selector', 'matchLabels').textMap;
  const key = `${policy.namespace} ${selectorText(selector)}`;
  const known = reaches(set);
  const reach = known.get(key) ?? reachOf(set, policy.namespace, selector);
  known.set(key, reach);
  return reach;
}

const reaches = perSet(() => new Map<string, GatewayReach>());

function reachOf(set: ObjectSet, namespace: string, selector: Labels): GatewayReach {
  const pods = namespace === rootNamespace(set) ? podsSelected(set, selector) : podsSelectedIn(set, namespace, selector);
  if (pods.length === 0) {
    return hasGatewayLabel(selector) ? 'gateways' : 'unknown';
  }
  return pods.every(pod => isGatewayPod(set, pod)) ? 'gateways' : 'workloads';
}

/** Whether pods are those of a gateway: by their labels, or since a Gateway selects them. */
export function isGatewayPod(set: ObjectSet, { labels }: RunningPod): boolean {
  return hasGatewayLabel(labels) || gateways(set).selecting(labels).length > 0;
}

function hasGatewayLabel(labels: Labels): boolean {
  return labels['gateway.networking.k8s.io/gateway-name'] !== undefined || /gateway$/.test(labels.istio ?? '');
}

const gateways = perSet(set => new SelectorIndex(
  set.of(ISTIO_GATEWAY).filter(({ spec }) => spec.at('selector').isFilled),
  ({ spec }) => spec.at('selector').textMap,
));
