import type { TrafficPolicyIntent } from './traffic-policy-intent';

/** What of a policy would do nothing where each caller picks the instance itself, and its proxy passes everything on to the address picked. */
export function headlessPolicyProblem(policies: readonly TrafficPolicyIntent[]): string | undefined {
  const verb = VERBS.find(({ aspect }) => policies.some(policy => policy[aspect] !== undefined))?.verb;
  return verb && `${verb} has no effect on a headless service, whose callers pick the instance themselves. Leave it out, or leave out headless.`;
}

const VERBS = [{ aspect: 'balancing', verb: 'loadBalance' }, { aspect: 'ejection', verb: 'ejectOutliers' }] as const;
