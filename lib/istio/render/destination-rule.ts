import {
  DestinationRuleSpec, DestinationRuleSpecSubsets, DestinationRuleSpecSubsetsTrafficPolicy, DestinationRuleSpecTrafficPolicy,
  DestinationRuleSpecTrafficPolicyPortLevelSettings,
} from '../../../imports/networking.istio.io';
import type { HostPolicyIntent, SubsetIntent } from '../../mesh/private/intent';
import type { TrafficPolicyIntent } from '../../mesh/private/traffic-policy-intent';
import { renderedPolicy } from './traffic-policy';

/** How connections to a host are made, as a DestinationRule says it. */
export function destinationRuleSpec({ host, isPrivate = false, policy, ports, subsets }: HostPolicyIntent): DestinationRuleSpec {
  return {
    host,
    exportTo: isPrivate ? ['.'] : undefined,
    trafficPolicy: hostPolicy(policy, ports),
    subsets: subsets.length === 0 ? undefined : subsets.map(subset),
  };
}

function hostPolicy(policy: TrafficPolicyIntent = {}, ports: HostPolicyIntent['ports']): DestinationRuleSpecTrafficPolicy | undefined {
  if (Object.keys(policy).length === 0 && ports.size === 0) {
    return undefined;
  }
  const byNumber = [...ports].sort(([a], [b]) => a - b);
  return {
    ...renderedPolicy(policy) as DestinationRuleSpecTrafficPolicy,
    portLevelSettings: byNumber.length === 0 ? undefined : byNumber.map(([number, own]) => portSettings(number, { ...policy, ...own })),
  };
}

/** Istio takes nothing over from the host for a port that has settings of its own, so all that holds there is said again. */
function portSettings(number: number, policy: TrafficPolicyIntent): DestinationRuleSpecTrafficPolicyPortLevelSettings {
  return { port: { number }, ...renderedPolicy(policy) as DestinationRuleSpecTrafficPolicyPortLevelSettings };
}

/**
 * Istio itself takes over for a subset what it does not say: from the port, if that has settings, otherwise from the host. Saying it again
 * here would undo what a port says.
 */
function subset({ name, labels, policy }: SubsetIntent): DestinationRuleSpecSubsets {
  return { name, labels: { ...labels }, trafficPolicy: policy && renderedPolicy(policy) as DestinationRuleSpecSubsetsTrafficPolicy };
}
