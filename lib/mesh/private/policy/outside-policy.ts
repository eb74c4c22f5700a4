import type { TrafficPolicyIntent } from './traffic-policy-intent';

/** What of a policy cannot work where no pod has a proxy. */
export function outsidePolicyProblem(policies: readonly TrafficPolicyIntent[]): string | undefined {
  return policies.some(({ tls }) => tls?.mode === 'mesh')
    ? 'its pods are outside the mesh, so they have no certificate for mutual TLS. Leave clientTls out, or inMesh: false.'
    : undefined;
}
