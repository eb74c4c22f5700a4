import type { Fix } from '../../fix/fix';
import { textFix } from '../../fix/known-fixes';
import type { Field } from '../../mesh/field';
import { isOfControlPlane } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { portNumber } from '../../mesh/port-number';
import { KNOWN_PROTOCOLS } from '../../mesh/protocols';
import { Resource } from '../../mesh/resource';
import { protocolOf, protocolPlace } from '../../mesh/service-protocols';
import { nearlySpelled } from '../../nearest';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';

const rules = {
  name: istioRule('IST0118', 'info', ['port-name', 'The name of a port does not declare its protocol, so proxies have to guess it.']),
  external: istioRule('IST0150', 'warning', ['external-name-port', 'A port of an ExternalName Service captures the traffic of all hosts, since its name declares no protocol.']),
};

/** Services that the gateways of the Kubernetes Gateway API have, which Istio names itself. */
const MANAGED = ['istio.io-gateway-controller', 'istio.io-mesh-controller', 'istio.io-eastwest-controller'];

/** The kinds that name ports of Services. */
const REFERRING = ['networking.k8s.io/Ingress', 'monitoring.coreos.com/ServiceMonitor'];

/** Ports of Services whose protocol nobody says. */
export const portNamesCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'service.PortNameAnalyzer',
  kinds: ['Service'],
  reads: REFERRING,
  * judge(service, { set }) {
    if (isOfControlPlane(service) || MANAGED.includes(service.labels['gateway.istio.io/managed'])) {
      return;
    }
    const isExternal = service.spec.at('type').text === 'ExternalName';
    for (const port of service.spec.at('ports').items()) {
      const place = protocolPlace(port);
      if (protocolOf(port) === undefined || (isExternal && place.text === 'tcp')) {
        yield isExternal
          ? { rule: rules.external, path: place.path, message: `${wordsOf(port, 'no protocol above TCP')}, so it captures the traffic of all hosts`, repair: repairOf(port) }
          : { rule: rules.name, path: place.path, message: `${wordsOf(port, 'no protocol')}, so proxies guess it`, repair: repairOf(port), fix: swapFix(set, service, port) };
      }
    }
  },
});

function wordsOf(port: Field, what: string): string {
  const [number, { text }] = [portNumber(port.at('port')), protocolPlace(port)];
  const words = number === undefined ? 'a port without number' : `port ${number}`;
  const name = isByApplication(port) ? 'appProtocol' : 'the name';
  return text === undefined ? `${words} has no name` : `${name} "${text}" of ${words} declares ${what}`;
}

function isByApplication(port: Field): boolean {
  return port.at('appProtocol').isSet;
}

/** What `appProtocol` says counts more than the name. */
function repairOf(port: Field): string {
  if (!isByApplication(port) || protocolOf(port) !== undefined) {
    return REPAIR;
  }
  const [meant] = nearlySpelled(protocolPlace(port).text ?? '', KNOWN_PROTOCOLS, 1);
  return meant === undefined ? 'write a protocol that Istio supports, such as http, grpc or tcp' : `write ${meant} if that is what you meant`;
}

const REPAIR = 'start the name with the protocol, such as http-, grpc- or tcp-, or set appProtocol';

/** A name that ends with the protocol, `otlp-grpc`, begins with it, unless somebody may know the port by its name. */
function swapFix(set: ObjectSet, service: Resource, port: Field): Fix | undefined {
  const name = port.at('name');
  const [, purpose, protocol] = /^([a-z0-9](?:[a-z0-9-]*[a-z0-9])?)-(grpc|http|http2|https|tcp|tls|mongo|redis|mysql)$/.exec(name.text ?? '') ?? [];
  const swapped = `${protocol}-${purpose}`;
  const isTaken = protocol === undefined || ownNames(service).has(swapped) || namedPorts(set).has(name.text ?? '');
  return isTaken || port.at('appProtocol').isSet || !service.spec.at('selector').isFilled ? undefined : textFix(name.path, swapped);
}

const ownNames = Resource.oncePer(({ spec }) => new Set(spec.at('ports').items().map(port => port.at('name').text)));

/** The names by which objects of the set know ports of Services. */
const namedPorts = perSet(set => new Set(set.of(...REFERRING).flatMap(({ spec }) => [
  ...spec.at('endpoints').items().map(endpoint => endpoint.at('port').text),
  ...[spec.at('defaultBackend'), ...spec.at('rules').items().flatMap(rule => rule.at('http', 'paths').items().map(path => path.at('backend')))]
    .map(backend => backend.at('service', 'port', 'name').text),
])));
