import { addTo } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { appliesToMesh, gatewayReferences } from '../../mesh/gateway-references';
import { fullHost, serviceHost } from '../../mesh/hosts';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { findHost, KnownHost } from '../../mesh/known-hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { portNumber } from '../../mesh/port-number';
import { isHttp, isTcp } from '../../mesh/protocols';
import type { Resource } from '../../mesh/resource';
import { ROUTE_PROTOCOLS } from '../../mesh/route-entries';
import { protocolOf } from '../../mesh/service-protocols';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const idleRoutes = meshRule('MESH110', 'warning', ['idle-routes', 'A VirtualService has routes of a kind that no port of its hosts asks, so that they do nothing.']);

/** Routes that sidecars never ask: those of HTTP for hosts that do not speak it, and those of connections for hosts that speak HTTP. */
export const idleRoutesCheck = defineCheck({
  rules: [idleRoutes],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ROUTE_PROTOCOLS,
  reads: ['Service', SERVICE_ENTRY],
  * judge(virtualService, { set }) {
    const known = hostsOf(set, virtualService);
    const ports = known.flatMap(({ host }) => portsByHost(set).get(host) ?? []);
    if (ports.length === 0) {
      return;
    }
    for (const kind of ROUTE_PROTOCOLS.filter(one => isMeant(virtualService.spec.at(one), one, known))) {
      if (ports.every(port => (kind === 'http' ? isTcp : isHttp)(port.protocol))) {
        yield {
          rule: idleRoutes,
          path: virtualService.spec.at(kind).path,
          message: `${known[0].host} speaks ${listed([...new Set(ports.map(({ protocol }) => protocol.toUpperCase()))])} at port ${listed([...new Set(ports.map(({ number }) => number))])}, where proxies ask no ${kind} routes`,
          repair: kind === 'http' ? 'write tcp routes, or tls routes for HTTPS and TLS, or name HTTP as the protocol of the port if it speaks that'
            : `write http routes, or name ${kind.toUpperCase()} as the protocol of the port if it speaks that`,
        };
      }
    }
  },
});

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

/** Whether routes would do anything: those that lead requests for a host to that host do not. */
function isMeant(routes: Field, kind: string, known: readonly KnownHost[]): boolean {
  return kind === 'http' ? routes.items().some(entry => !isPlain(entry, known)) : routes.isFilled;
}

function isPlain(entry: Field, known: readonly KnownHost[]): boolean {
  const [first, ...others] = entry.at('route').items();
  const destination = first?.at('destination');
  const host = destination?.at('host').text ?? '';
  return others.length === 0 && !destination?.at('subset').isSet && known.some(one => one.host === host || one.host.startsWith(`${host}.`))
    && entry.entries().every(([key]) => key === 'name' || key === 'route');
}

interface Port {
  readonly number: number | string;
  /** Empty where the proxies find out. */
  readonly protocol: string;
}

/** The ports of a host in all that provide it, those of UDP left out, which proxies do not touch. */
const portsByHost = perSet((set): ReadonlyMap<string, Port[]> => {
  const ports = new Map<string, Port[]>();
  for (const { spec, name, namespace } of set.of('Service').filter(service => service.spec.at('type').text !== 'ExternalName')) {
    const host = serviceHost(set, name, namespace);
    spec.at('ports').items().forEach(port => addTo(ports, host, { number: portNumber(port.at('port')) ?? '', protocol: protocolOf(port) ?? '' }));
  }
  for (const { spec, namespace } of set.of(SERVICE_ENTRY)) {
    for (const host of spec.at('hosts').texts.map(one => fullHost(set, one, namespace))) {
      spec.at('ports').items().forEach(port => addTo(ports, host, { number: portNumber(port.at('number')) ?? '', protocol: port.at('protocol').text ?? '' }));
    }
  }
  return new Map([...ports].map(([host, all]) => [host, all.filter(({ protocol }) => protocol.toLowerCase() !== 'udp')]));
});
