import type { AuthorizationPolicySpec, AuthorizationPolicySpecRules } from '../../../imports/security.istio.io';
import type { HostRulesIntent } from '../../mesh/private/intent';

/** Says of all requests of a VirtualService that to process one twice does no harm. */
export const IDEMPOTENT = 'cdk8s-mesh/idempotent';
/** Says why a finding about an object is not wanted. */
export const SUPPRESS = 'cdk8s-mesh/suppress';

/** Rules repeat what may have been processed only where somebody says that it does no harm, and checks cannot know that. */
export function idempotentMark({ rules }: HostRulesIntent): 'true' | undefined {
  return rules.some(rule => 'destinations' in rule && rule.retry?.repeatsProcessed === true) ? 'true' : undefined;
}

/** A denial names ports where some speak no HTTP. Where it names none, all do, and whatever else comes shall not get in either. */
export function denialMark({ action, rules = [] }: AuthorizationPolicySpec): string | undefined {
  return action === 'DENY' && rules.some(speaksOfHttpAlone) ? 'policy-denies-tcp: all ports speak HTTP, and what else comes is denied on purpose' : undefined;
}

function speaksOfHttpAlone({ from = [], to = [] }: AuthorizationPolicySpecRules): boolean {
  return to.length > 0
    ? !to.some(({ operation }) => operation?.ports !== undefined)
    : from.length > 0 && !from.some(({ source }) => source?.principals ?? source?.namespaces ?? source?.ipBlocks ?? source?.remoteIpBlocks);
}

/** Nothing else in Istio can do it, so that the warning of its webhook tells nobody anything new. */
export const FILTER_MARK = 'envoy-filter-internal: Istio has no other way to limit rates in the proxy';
