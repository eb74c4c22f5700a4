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
    yield 'hosts outside the mesh have no certificate of the mesh. Use ClientTls.simple(), or ClientTls.mutual({...}).';
  }
  if (isEncrypted && layerOf(protocol) === 'named-connections') {
    yield `callers speak ${protocol} there themselves, which would be encrypted again. Use clientTls for another port: traffic.onPort(80).clientTls(...).`;
  }
  if (!isEncrypted && layerOf(protocol) === 'requests' && targetPort === 443) {
    const repair = port === targetPort ? 'protocol: AppProtocol.HTTPS if callers speak TLS, or port: 80 and originateTls' : 'originateTls';
    yield `${protocol} would be sent to port 443 in plain text, where servers speak TLS. Use ${repair}: ClientTls.simple().`;
  }
}

/** Where each connection has its address, there is nothing to choose from. */
function* balancingProblems({ balancing }: TrafficPolicyIntent, lookup?: HostLookup): Generator<string> {
  if (balancing !== undefined && balancing.by !== 'passthrough' && lookup === HostLookup.NONE) {
    yield 'loadBalance would have no effect, because each connection already has its address. Leave it out, or look up the host: lookup: HostLookup.DNS.';
  }
}
