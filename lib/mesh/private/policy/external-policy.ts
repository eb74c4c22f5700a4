import { HostLookup } from '../../host-lookup';
import type { ExternalHostIntent } from '../hosts/external-host-intent';
import type { PortIntent } from '../hosts/service-ports';
import type { HostPolicyIntent } from '../intent';
import { layerOf } from '../routing/layer';
import type { TrafficPolicyIntent } from './traffic-policy-intent';

/** What of a policy could not work, or would be ignored, with a host that is outside of the mesh. */
export function externalPolicyProblems({ ports, lookup }: ExternalHostIntent, said: Pick<HostPolicyIntent, 'policy' | 'ports'>, place: string): string[] {
  return ports.flatMap(port => {
    const policy = { ...said.policy, ...said.ports.get(port.port) };
    return [...tlsProblems(port, policy), ...balancingProblems(policy, lookup)].map(problem => `${place}, port ${port.port}: ${problem}`);
  });
}

function* tlsProblems({ protocol, port, targetPort }: PortIntent, { tls }: TrafficPolicyIntent): Generator<string> {
  const isEncrypted = tls !== undefined && tls.mode !== 'disabled';
  if (tls?.mode === 'mesh') {
    yield 'what is outside of the mesh has no certificate of it. Say ClientTls.simple(), or ClientTls.mutual({...}).';
  }
  if (isEncrypted && layerOf(protocol) === 'named-connections') {
    yield `callers speak ${protocol} there by themselves, which would be encrypted once more. Say clientTls of another port: traffic.onPort(80).clientTls(...).`;
  }
  if (!isEncrypted && layerOf(protocol) === 'requests' && targetPort === 443) {
    const repair = port === targetPort ? 'protocol: AppProtocol.HTTPS if callers speak TLS, or port: 80 and originateTls' : 'originateTls';
    yield `${protocol} would be sent to port 443 in plain text, where servers speak TLS. Say ${repair}: ClientTls.simple().`;
  }
}

/** Where each connection has its address, there is nothing to choose from. */
function* balancingProblems({ balancing }: TrafficPolicyIntent, lookup?: HostLookup): Generator<string> {
  if (balancing !== undefined && balancing.by !== 'passthrough' && lookup === HostLookup.NONE) {
    yield 'loadBalance would do nothing, since each connection has its address. Leave it out, or look the host up: lookup: HostLookup.DNS.';
  }
}
