import type { TrafficPolicyIntent } from './traffic-policy-intent';

/** What of a policy cannot work where no pod has a proxy. */
export function outsidePolicyProblem(policies: readonly TrafficPolicyIntent[]): string | undefined {
  return policies.some(({ tls }) => tls?.mode === 'mesh')
    ? 'its pods are outside of the mesh, so nobody answers mutual TLS with certificates of the mesh. Leave clientTls out, or inMesh: false.'
    : undefined;
}
