import { ServiceEntrySpec, ServiceEntrySpecEndpoints, ServiceEntrySpecLocation, ServiceEntrySpecResolution } from '../../../imports/networking.istio.io';
import type { RemoteGatewayIntent, RemoteHostIntent } from '../../mesh/private/hosts/remote-host-intent';
import { unlessNone } from './unless-none';

/** A service of another cluster, as a ServiceEntry says it: its endpoints are gateways of that cluster, whatever the port of the service. */
export function remoteEntrySpec({ host, ports, addresses, gateways, isLookedUp, identity }: RemoteHostIntent): ServiceEntrySpec {
  const names = ports.map(({ name }) => name);
  return {
    hosts: [host],
    addresses: unlessNone(addresses),
    location: ServiceEntrySpecLocation.MESH_UNDERSCORE_INTERNAL,
    ports: ports.map(({ port, name, protocol }) => ({ number: port, name, protocol: protocol.toUpperCase() })),
    resolution: isLookedUp ? ServiceEntrySpecResolution.DNS : ServiceEntrySpecResolution.STATIC,
    endpoints: gateways.map(gateway => endpointOf(gateway, names)),
    subjectAltNames: identity === undefined ? undefined : [identity],
  };
}

/** Of another network, Istio takes only endpoints that it knows to speak mutual TLS. */
function endpointOf({ address, port, network, locality }: RemoteGatewayIntent, ports: readonly string[]): ServiceEntrySpecEndpoints {
  return {
    address,
    ports: Object.fromEntries(ports.map(name => [name, port])),
    labels: network === undefined ? undefined : { 'security.istio.io/tlsMode': 'istio' },
    locality,
    network,
  };
}
