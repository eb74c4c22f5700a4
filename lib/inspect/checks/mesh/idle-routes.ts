import { addTo, groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { appliesToMesh, gatewayReferences } from '../../mesh/gateway-references';
import { fullHost, serviceHost } from '../../mesh/hosts';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { findHost, KnownHost } from '../../mesh/known-hosts';
import { isLeftToZtunnel, ZTUNNEL_KINDS } from '../../mesh/left-to-ztunnel';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { portNumber, portWords } from '../../mesh/port-number';
import { isHttp, isTcp, isTls } from '../../mesh/protocols';
import type { Resource } from '../../mesh/resource';
import { ROUTE_PROTOCOLS } from '../../mesh/route-entries';
import { protocolOf } from '../../mesh/service-protocols';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const idleRoutes = meshRule('MESH110', 'warning', ['idle-routes', 'A VirtualService has routes of a type that no port of its hosts uses, so they have no effect.']);

/** Routes that sidecars never ask: those of a kind that is for another protocol than the hosts speak. */
export const idleRoutesCheck = defineCheck({
  rules: [idleRoutes],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ROUTE_PROTOCOLS,
  reads: ['Service', SERVICE_ENTRY, ...ZTUNNEL_KINDS],
  * judge(virtualService, { set }) {
    const known = hostsOf(set, virtualService);
    const ports = [...new Set(known.map(({ host }) => host))].map(host => ({ host, ports: portsByHost(set).get(host) ?? [] }));
    const asked = new Set(ports.flatMap(one => one.ports).map(port => askedAt(port)));
    if (asked.size === 0 || asked.has(undefined) || isLeftToZtunnel(set, virtualService, known.map(({ provider }) => provider))) {
      return;
    }
    for (const kind of ROUTE_PROTOCOLS.filter(one => !asked.has(one) && isMeant(virtualService.spec.at(one), known))) {
      yield {
        rule: idleRoutes,
        path: virtualService.spec.at(kind).path,
        message: `no port in the input uses ${kind} routes: ${listed(ports.filter(one => one.ports.length > 0).map(spoken))}`,
        repair: `write ${[...asked].join(' or ')} routes, or name ${PROTOCOLS[kind]} as the protocol of the port if that is what it speaks`,
      };
    }
  },
});

type RouteKind = typeof ROUTE_PROTOCOLS[number];

const PROTOCOLS: Readonly<Record<RouteKind, string>> = { http: 'HTTP', tls: 'HTTPS or TLS', tcp: 'TCP' };

/** The routes that proxies ask for a port; undefined where they find out, or where nobody knows its protocol. */
function askedAt({ protocol }: Port): RouteKind | undefined {
  return isHttp(protocol) ? 'http' : isTls(protocol) ? 'tls' : isTcp(protocol) ? 'tcp' : undefined;
}

function spoken({ host, ports }: { readonly host: string; readonly ports: readonly Port[] }): string {
  const byProtocol = groupBy(ports, ({ protocol }) => protocol.toUpperCase());
  return `${host} speaks ${[...byProtocol].map(([protocol, group]) => `${protocol} on ${placesOf(group)}`).join(' and ')}`;
}

function placesOf(ports: readonly Port[]): string {
  const numbers = [...new Set(ports.map(({ number }) => number).filter(number => number !== undefined))];
  return [...numbers.length === 0 ? [] : [`port ${listed(numbers)}`], ...ports.filter(({ number }) => number === undefined).map(({ words }) => words)].join(', ');
}

/** The hosts of a VirtualService that is for sidecars alone; none where not all of them can be seen. */
function hostsOf(set: ObjectSet, virtualService: Resource): readonly KnownHost[] {
  const { spec, namespace } = virtualService;
  if (!appliesToMesh(virtualService) || gatewayReferences(virtualService).length > 0) {
    return [];
  }
  const asker = { namespace, exportTo: spec.at('exportTo').texts };
  const found = spec.at('hosts').texts.map(host => (host.startsWith('*') ? undefined : findHost(set, asker, host)));
  return found.includes(undefined) ? [] : found.filter(known => known !== undefined);
}

/** Whether routes would do anything: those that lead what is sent to a host to that host do not. */
function isMeant(routes: Field, known: readonly KnownHost[]): boolean {
  return routes.items().some(entry => !isPlain(entry, known));
}

function isPlain(entry: Field, known: readonly KnownHost[]): boolean {
  const [first, ...others] = entry.at('route').items();
  const destination = first?.at('destination');
  const host = destination?.at('host').text ?? '';
  return others.length === 0 && !destination?.at('subset').isSet && known.some(one => one.host === host || one.host.startsWith(`${host}.`))
    && entry.entries().every(([key]) => key === 'name' || key === 'route');
}

interface Port {
  /** Undefined where it cannot be read. */
  readonly number: number | undefined;
  readonly words: string;
  /** Empty where the proxies find out. */
  readonly protocol: string;
}

/** The ports of a host in all that provide it, those of UDP left out, which proxies do not touch. */
const portsByHost = perSet((set): ReadonlyMap<string, Port[]> => {
  const ports = new Map<string, Port[]>();
  for (const { spec, name, namespace } of set.of('Service').filter(service => service.spec.at('type').text !== 'ExternalName')) {
    const host = serviceHost(set, name, namespace);
    spec.at('ports').items().forEach(port => addTo(ports, host, portAt(port, 'port', protocolOf(port))));
  }
  for (const { spec, namespace } of set.of(SERVICE_ENTRY)) {
    for (const host of spec.at('hosts').texts.map(one => fullHost(set, one, namespace))) {
      spec.at('ports').items().forEach(port => addTo(ports, host, portAt(port, 'number', port.at('protocol').text)));
    }
  }
  return new Map([...ports].map(([host, all]) => [host, all.filter(({ protocol }) => protocol.toLowerCase() !== 'udp')]));
});

function portAt(port: Field, key: 'port' | 'number', protocol = ''): Port {
  return { number: portNumber(port.at(key)), words: portWords(port, key), protocol };
}
