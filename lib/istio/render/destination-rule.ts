import {
  DestinationRuleSpec, DestinationRuleSpecSubsets, DestinationRuleSpecSubsetsTrafficPolicy, DestinationRuleSpecSubsetsTrafficPolicyPortLevelSettings,
  DestinationRuleSpecTrafficPolicy, DestinationRuleSpecTrafficPolicyPortLevelSettings,
} from '../../../imports/networking.istio.io';
import type { HostPolicyIntent, SubsetIntent } from '../../mesh/private/intent';
import type { TrafficPolicyIntent } from '../../mesh/private/policy/traffic-policy-intent';
import { RenderedPolicy, renderedPolicy } from './traffic-policy';
import { unlessNone } from './unless-none';

type RenderedPort = RenderedPolicy & { readonly port: { readonly number: number } };

/** How connections to a host are made, as a DestinationRule says it. */
export function destinationRuleSpec(intent: HostPolicyIntent): DestinationRuleSpec {
  const { host, isPrivate = false, policy, ports, subsets } = intent;
  return {
    host,
    exportTo: isPrivate ? ['.'] : undefined,
    trafficPolicy: hostPolicy(policy, ports),
    subsets: unlessNone(subsets.map(version => subset(version, intent))),
  };
}

function hostPolicy(policy: TrafficPolicyIntent = {}, ports: HostPolicyIntent['ports']): DestinationRuleSpecTrafficPolicy | undefined {
  if (Object.keys(policy).length === 0 && ports.size === 0) {
    return undefined;
  }
  const settings = byNumber(ports).map(([number, own]) => portSettings(number, { ...policy, ...own }));
  return {
    ...renderedPolicy(policy) as DestinationRuleSpecTrafficPolicy,
    portLevelSettings: unlessNone(settings as DestinationRuleSpecTrafficPolicyPortLevelSettings[]),
  };
}

/** Istio takes nothing over from the host for a port that has settings of its own, so all that holds there is said again. */
function portSettings(number: number, policy: TrafficPolicyIntent): RenderedPort {
  return { port: { number }, ...renderedPolicy(policy) };
}

/**
 * Istio itself takes over for a subset what it does not say: from the port, if that has settings, otherwise from the host. Saying it again
 * here would undo what a port says. But of settings that Istio holds together, it takes over all or nothing.
 */
function subset({ name, labels, policy }: SubsetIntent, { policy: all = {}, ports }: HostPolicyIntent): DestinationRuleSpecSubsets {
  return {
    name,
    labels: Object.keys(labels).length === 0 ? undefined : { ...labels },
    trafficPolicy: policy && {
      ...renderedPolicy(completed(policy, all)) as DestinationRuleSpecSubsetsTrafficPolicy,
      portLevelSettings: subsetPorts(policy, all, ports),
    },
  };
}

/** What Istio holds together, as `loadBalancer`. */
const TOGETHER = ['balancing', 'locality'] as const;

function completed(own: TrafficPolicyIntent, all: TrafficPolicyIntent): TrafficPolicyIntent {
  const { balancing, locality } = all;
  return TOGETHER.some(aspect => own[aspect] !== undefined) ? { balancing, locality, ...own } : own;
}

/** The ports where what is held together comes in part from the subset, in part from the port. */
function subsetPorts(
  own: TrafficPolicyIntent, all: TrafficPolicyIntent, ports: HostPolicyIntent['ports'],
): DestinationRuleSpecSubsetsTrafficPolicyPortLevelSettings[] | undefined {
  const mixed = byNumber(ports).filter(([, port]) => (
    TOGETHER.some(aspect => own[aspect] !== undefined) && TOGETHER.some(aspect => own[aspect] === undefined && port[aspect] !== undefined)
  ));
  const settings = mixed.map(([number, port]) => portSettings(number, { ...all, ...port, ...own }));
  return unlessNone(settings as DestinationRuleSpecSubsetsTrafficPolicyPortLevelSettings[]);
}

function byNumber(ports: HostPolicyIntent['ports']): Array<[number, TrafficPolicyIntent]> {
  return [...ports].sort(([a], [b]) => a - b);
}
