import type { Field } from '../../../mesh/field';
import { MESH_NETWORKS_KINDS, networksIn } from '../../../mesh/mesh-networks';
import { defineCheck, Judgement } from '../../check';
import { addressRules, ipRange, isIpAddress } from '../primitives/addresses';
import { dnsLabel, dnsLabelRules } from '../primitives/dns-labels';
import { hostName, hostRules } from '../primitives/host-names';
import { portNumber, portRules } from '../primitives/ports';

/** What istiod says of the networks of a mesh, before it takes them. */
export const meshNetworksCheck = defineCheck({
  rules: [addressRules.range, dnsLabelRules.label, hostRules.host, portRules.number],
  kinds: MESH_NETWORKS_KINDS,
  * judge(resource) {
    for (const [, network] of networksIn(resource)) {
      for (const endpoint of network.at('endpoints').items()) {
        yield* endpoint.at('fromCidr').isSet ? ipRange(endpoint.at('fromCidr')) : [];
        yield* endpoint.at('fromRegistry').isSet ? dnsLabel(endpoint.at('fromRegistry')) : [];
      }
      for (const gateway of network.at('gateways').items().filter(({ isSet }) => isSet)) {
        yield* gatewayOf(gateway);
      }
    }
  },
});

function* gatewayOf(gateway: Field): Judgement {
  const [service, address] = [gateway.at('registryServiceName'), gateway.at('address')];
  yield* service.isSet ? hostName(service) : [];
  yield* address.isSet && !isIpAddress(address.text ?? '') ? hostName(address) : [];
  yield* portNumber(gateway.at('port'));
}
