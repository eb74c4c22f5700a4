import type { Field } from '../../mesh/field';
import { isOfControlPlane } from '../../mesh/mesh-membership';
import { protocolOf, protocolPlace } from '../../mesh/service-protocols';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  name: istioRule('IST0118', 'info', ['port-name', 'The name of a port does not say its protocol, so that proxies have to guess it.']),
  external: istioRule('IST0150', 'warning', ['external-name-port', 'A port of an ExternalName Service takes the traffic of all hosts, since its name says no protocol.']),
};

/** Services that the gateways of the Kubernetes Gateway API have, which Istio names itself. */
const MANAGED = ['istio.io-gateway-controller', 'istio.io-mesh-controller', 'istio.io-eastwest-controller'];

/** Ports of Services whose protocol nobody says. */
export const portNamesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'service.PortNameAnalyzer',
  kinds: ['Service'],
  * judge(service) {
    if (isOfControlPlane(service) || MANAGED.includes(service.labels['gateway.istio.io/managed'])) {
      return;
    }
    const isExternal = service.spec.at('type').text === 'ExternalName';
    for (const port of service.spec.at('ports').items()) {
      const place = protocolPlace(port);
      if (protocolOf(port) === undefined || (isExternal && place.text === 'tcp')) {
        yield isExternal
          ? { rule: rules.external, path: place.path, message: `${wordsOf(port, 'no protocol above TCP')}, and so it takes the traffic of all hosts`, repair: REPAIR }
          : { rule: rules.name, path: place.path, message: `${wordsOf(port, 'no protocol')}, and so the proxies guess it`, repair: REPAIR };
      }
    }
  },
});

function wordsOf(port: Field, what: string): string {
  const [number, { text }] = [port.at('port').number ?? 0, protocolPlace(port)];
  return text === undefined ? `port ${number} has no name` : `the name "${text}" of port ${number} says ${what}`;
}

const REPAIR = 'begin the name with the protocol, such as http-, grpc- or tcp-, or set appProtocol';
