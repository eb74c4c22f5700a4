import type { AccessPolicyIntent, AccessRuleIntent } from '../../mesh/private/access/access-intent';
import type { WorkloadIntent } from '../../mesh/private/workload-intent';

/** A rule that a node's proxy cannot keep, since it sees connections and no requests: it drops it, and denies more than is said. */
export function requestsOf({ action, rules }: AccessPolicyIntent): string | undefined {
  if (action === 'audit') {
    return 'noting who calls';
  }
  return typeof action === 'string' ? rules.map(requestsOfRule).find(found => found !== undefined) : 'asking somebody outside';
}

function requestsOfRule({ asked, caller, lacks }: AccessRuleIntent): string | undefined {
  const { hosts, methods = asked.exceptMethods, paths = asked.exceptPaths } = asked;
  const said = { hosts, methods, paths, tokens: caller.token ?? lacks, addresses: caller.address?.of === 'client' ? caller.address : undefined };
  const [what] = Object.entries(said).find(([, value]) => value !== undefined) ?? [];
  return what === undefined ? undefined : `access by ${what === 'addresses' ? 'addresses of clients' : `${what} of requests`}`;
}

/** Whether a rule is about addresses: a waypoint sees those of no connection, since all come to it in tunnels. */
export function knowsAddresses({ rules }: AccessPolicyIntent): boolean {
  return rules.some(({ caller }) => caller.address !== undefined);
}

/** The same for a waypoint, which reads policies of Services, or of itself, and sees ports of Services instead of those of the pods. */
export function attached(intent: AccessPolicyIntent, waypoint: string): AccessPolicyIntent {
  const { pods, rules } = intent;
  const portsOf = (targets: readonly number[]): number[] => (
    (pods.ports ?? []).filter(({ targetPort }) => targets.includes(targetPort)).map(({ port }) => port).sort((a, b) => a - b)
  );
  return {
    ...intent,
    pods: toTarget(pods, waypoint),
    rules: rules.map(rule => ({ ...rule, asked: { ...rule.asked, ports: rule.asked.ports && portsOf(rule.asked.ports) } })),
  };
}

/** The Service in place of its pods; in place of all pods of a namespace, the waypoint. */
export function toTarget({ namespace, service, ports }: WorkloadIntent, waypoint: string): WorkloadIntent {
  return service === undefined ? { namespace, gateway: waypoint } : { namespace, service, ports };
}
