import { destinationsOf } from '../../mesh/destinations';
import { Field } from '../../mesh/field';
import { fullHost, serviceHost } from '../../mesh/hosts';
import { DESTINATION_RULE, VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { hasSidecar, isOfControlPlane } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { otlpProviders } from '../../mesh/otlp-providers';
import { portNumber } from '../../mesh/port-number';
import type { Resource } from '../../mesh/resource';
import { protocolOf, protocolPlace } from '../../mesh/service-protocols';
import { own } from '../../schema/own';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const portProtocol = meshRule(
  'MESH021', 'error', ['port-without-protocol', 'A port does not declare its protocol: proxies guess it, and lose what they send to a collector.'], ['IST0118'],
);

/** Ports of the mesh, and those of collectors above all. */
export const portProtocolCheck = defineCheck({
  rules: [portProtocol],
  kinds: ['Service'],
  reads: ['Namespace', VIRTUAL_SERVICE, DESTINATION_RULE, ...MESH_CONFIG_KINDS],
  * judge(service, { set }) {
    if (isOfControlPlane(service) || service.spec.at('type').text === 'ExternalName') {
      return;
    }
    yield* service.spec.at('ports').items().map(port => problemOf(set, service, port)).filter(problem => problem !== undefined);
  },
});

const RIGHT: Readonly<Record<'grpc' | 'http', readonly string[]>> = { grpc: ['grpc', 'http2', 'udp'], http: ['http', 'http2', 'https', 'udp'] };

function problemOf(set: ObjectSet, service: Resource, port: Field): Problem | undefined {
  const wanted = wantedBy(set, service, port);
  const protocol = protocolOf(port);
  if (wanted === undefined) {
    return protocol === undefined && (isCalled(set, service) || !isOutside(set, service.namespace)) ? guessed(port) : undefined;
  }
  return RIGHT[wanted].includes(protocol ?? '') ? undefined : {
    rule: portProtocol,
    path: protocolPlace(port).path,
    message: messageOf(port, wanted, protocol),
    repair: `name it ${wanted}-otlp, or set appProtocol: ${wanted}`,
    severity: wanted === 'grpc' ? 'error' : 'warning',
  };
}

function guessed(port: Field): Problem {
  return {
    rule: portProtocol,
    path: protocolPlace(port).path,
    message: `port ${portNumber(port.at('port')) ?? ''} declares no protocol, so proxies guess it`,
    repair: 'start its name with the protocol, such as http-, grpc- or tcp-, or set appProtocol',
    severity: 'warning',
  };
}

function messageOf(port: Field, wanted: 'grpc' | 'http', protocol: string | undefined): string {
  const { text: name = '' } = protocolPlace(port);
  const said = protocol === undefined ? 'no protocol' : protocol;
  const loss = wanted === 'grpc' ? 'proxies send HTTP/1.1 there, and all spans are lost' : 'proxies have to guess it';
  return `port ${portNumber(port.at('port')) ?? ''} takes OTLP by ${wanted === 'grpc' ? 'gRPC' : 'HTTP'}, and ${name === '' ? 'it says' : `"${name}" says`} ${said}: ${loss}`;
}

/** Where no proxy is, and none sends spans to, nobody has to tell HTTP from anything else. */
function wantedBy(set: ObjectSet, service: Resource, port: Field): 'grpc' | 'http' | undefined {
  const { namespace, name } = service;
  const asked = otlpProviders(set).get(`${namespace}/${name}:${portNumber(port.at('port')) ?? 0}`);
  const standard = standardOf(port);
  return asked ?? (standard === 'http' && !isCalled(set, service) && isOutside(set, namespace) ? undefined : standard);
}

const STANDARD: Readonly<Record<string, 'grpc' | 'http'>> = { 4317: 'grpc', 4318: 'http' };

/** What a port is by its number, as callers or as pods know it. */
function standardOf(port: Field): 'grpc' | 'http' | undefined {
  return [port.at('port').value, port.at('targetPort').value].map(number => own(STANDARD, String(number))).find(wanted => wanted !== undefined);
}

/** Whether pods of a namespace have no proxies, as far as the set shows. */
function isOutside(set: ObjectSet, namespace: string): boolean {
  return hasSidecar(set, { fullName: '', namespace, labels: {}, annotations: {}, spec: Field.root(undefined) }) === false;
}

/** Whether the mesh has settings for a Service, so that proxies call it wherever its pods are. */
function isCalled(set: ObjectSet, { name, namespace }: Resource): boolean {
  return calledHosts(set).has(serviceHost(set, name, namespace));
}

const calledHosts = perSet(set => new Set([
  ...set.of(VIRTUAL_SERVICE).flatMap(resource => destinationsOf(resource).map(({ host }) => ({ host, resource }))),
  ...set.of(DESTINATION_RULE).map(resource => ({ host: resource.spec.at('host'), resource })),
].map(({ host, resource }) => fullHost(set, host.text ?? '', resource.namespace))));
