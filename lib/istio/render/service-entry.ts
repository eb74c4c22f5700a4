import { ServiceEntrySpec, ServiceEntrySpecLocation, ServiceEntrySpecPorts, ServiceEntrySpecResolution } from '../../../imports/networking.istio.io';
import { HostLookup } from '../../mesh/host-lookup';
import type { ExternalHostIntent } from '../../mesh/private/hosts/external-host-intent';
import type { PortIntent } from '../../mesh/private/hosts/service-ports';
import { unlessNone } from './unless-none';

/** A host outside of the mesh, as a ServiceEntry says it. */
export function serviceEntrySpec({ host, ports, lookup, addresses, endpoints, isPrivate }: ExternalHostIntent): ServiceEntrySpec {
  return {
    hosts: [host],
    addresses: unlessNone(addresses),
    exportTo: isPrivate ? ['.'] : undefined,
    location: ServiceEntrySpecLocation.MESH_UNDERSCORE_EXTERNAL,
    ports: ports.map(portOf),
    resolution: lookup === undefined ? ServiceEntrySpecResolution.STATIC : RESOLUTIONS[lookup],
    endpoints: unlessNone(endpoints.map(address => ({ address }))),
  };
}

function portOf({ port, name, protocol, targetPort }: PortIntent): ServiceEntrySpecPorts {
  return { number: port, name, protocol: protocol.toUpperCase(), targetPort: targetPort === port ? undefined : targetPort };
}

const RESOLUTIONS: Readonly<Record<HostLookup, ServiceEntrySpecResolution>> = {
  'dns': ServiceEntrySpecResolution.DNS,
  'dns-round-robin': ServiceEntrySpecResolution.DNS_UNDERSCORE_ROUND_UNDERSCORE_ROBIN,
  'none': ServiceEntrySpecResolution.NONE,
};
