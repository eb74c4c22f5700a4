import { addTo } from '../../group-by';
import type { Field } from '../../mesh/field';
import { appliesToMesh, gatewayReferences, ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { HostIndex } from '../../mesh/host-index';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { portNumber } from '../../mesh/port-number';
import { isTls } from '../../mesh/protocols';
import { Resource } from '../../mesh/resource';
import { ROUTE_PROTOCOLS } from '../../mesh/route-entries';
import { hostsOfServer, indexedHosts, isServed, ScopedHost, ServedHosts, serversServing } from '../../mesh/served-hosts';
import { RoutesOfServer, routesOfServer } from '../../mesh/server-routes';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const unservedRoutes = meshRule('MESH107', 'error', ['unserved-routes', 'A VirtualService has routes of a type that no server of its Gateway uses.']);

/** Routes of which istiod makes no listener of a gateway, such as those of HTTP where TLS is passed on unread. */
export const unservedRoutesCheck = defineCheck({
  rules: [unservedRoutes],
  kinds: [VIRTUAL_SERVICE],
  fields: ['gateways'],
  reads: [ISTIO_GATEWAY],
  * judge(virtualService, { set }) {
    const gateways = gatewaysOf(set, virtualService);
    const hosts = virtualService.spec.at('hosts').texts;
    if (gateways.length * hosts.length > MOST_BOUND) {
      return;
    }
    const bound = gateways.flatMap(gateway => hosts.map(host => ({ gateway, host, asking: virtualService.namespace })));
    if (bound.some(one => isServedFor(one, 'unknown'))) {
      return;
    }
    const kinds = ROUTE_PROTOCOLS.filter(kind => virtualService.spec.at(kind).isFilled);
    const idle = kinds.filter(kind => !bound.some(one => isTaken(set, one, kind)));
    const isAnyTaken = idle.length < kinds.length || appliesToMesh(virtualService);
    for (const kind of idle) {
      yield* problemsOf(routesForGateways(virtualService, kind), kind, bound).map(problem => (isAnyTaken ? { ...problem, severity: 'warning' as const } : problem));
    }
  },
});

/** More hosts at gateways than these nobody writes, and each is looked up. */
const MOST_BOUND = 10_000;

/** The gateways that a VirtualService names; none where not all of them can be seen. */
function gatewaysOf(set: ObjectSet, virtualService: Resource): readonly Resource[] {
  const gateways = gatewayReferences(virtualService).map(({ namespace, name }) => set.find(ISTIO_GATEWAY, namespace, name));
  return gateways.includes(undefined) ? [] : [...new Set(gateways.filter(gateway => gateway !== undefined))];
}

type RouteKind = typeof ROUTE_PROTOCOLS[number];

/** A host of a VirtualService of a namespace, at a gateway that it names. */
interface Bound {
  readonly gateway: Resource;
  readonly host: string;
  readonly asking: string;
}

/** What the servers of a Gateway serve, by the routes that they take. */
const served = Resource.oncePer(({ spec, namespace }: Resource): ReadonlyMap<RoutesOfServer, ServedHosts> => {
  const hosts = new Map<RoutesOfServer, ScopedHost[]>();
  for (const server of spec.at('servers').items()) {
    hostsOfServer(server, namespace).forEach(host => addTo(hosts, routesOfServer(server), host));
  }
  return new Map([...hosts].map(([routes, ofServers]) => [routes, indexedHosts(ofServers)]));
});

function isServedFor({ gateway, host, asking }: Bound, routes: RoutesOfServer): boolean {
  const hosts = served(gateway).get(routes);
  return hosts !== undefined && isServed(hosts, host, asking);
}

/** What is sent to HTTPS is served where HTTPS is: that is left to whoever decrypts before the gateway, unless the gateway does it for nobody. */
function isTaken(set: ObjectSet, bound: Bound, kind: RouteKind): boolean {
  return isServedFor(bound, kind) || (kind === 'http' && isServedFor(bound, 'redirect') && !isPassedToNobody(set, bound));
}

function isPassedToNobody(set: ObjectSet, bound: Bound): boolean {
  return isServedFor(bound, 'tls') && passedOn(set).get(bound.gateway.fullName)?.meets(bound.host) !== true;
}

/** The hosts of all VirtualServices with routes for TLS, by the gateways that they name. */
const passedOn = perSet((set): ReadonlyMap<string, HostIndex<undefined>> => {
  const hosts = new Map<string, Array<readonly [host: string, thing: undefined]>>();
  for (const virtualService of set.of(VIRTUAL_SERVICE).filter(({ spec }) => spec.at('tls').isFilled)) {
    for (const { namespace, name } of gatewayReferences(virtualService)) {
      virtualService.spec.at('hosts').texts.forEach(host => addTo(hosts, `${namespace}/${name}`, [host, undefined]));
    }
  }
  return new Map([...hosts].map(([gateway, ofGateway]) => [gateway, new HostIndex(ofGateway)]));
});

/** Where the routes of a kind stand that are for gateways and for no sidecar; undefined where there are none. */
function routesForGateways(virtualService: Resource, kind: RouteKind): Field | undefined {
  const routes = virtualService.spec.at(kind);
  return appliesToMesh(virtualService) ? routes.items().find(isForGatewaysAlone) : routes;
}

function isForGatewaysAlone(entry: Field): boolean {
  const gateways = entry.at('match').items().map(match => match.at('gateways').texts);
  return gateways.length > 0 && gateways.every(names => names.length > 0 && !names.includes('mesh'));
}

const OTHERS: Readonly<Record<RouteKind, readonly RoutesOfServer[]>> = { http: ['tls', 'tcp'], tls: ['http', 'tcp', 'redirect'], tcp: ['tls', 'http', 'redirect'] };

function problemsOf(routes: Field | undefined, kind: RouteKind, bound: readonly Bound[]): Problem[] {
  const other = routes && OTHERS[kind].flatMap(taken => bound.filter(one => isServedFor(one, taken)).map(one => ({ taken, one }))).at(0);
  if (other === undefined) {
    return [];
  }
  const { taken, one } = other;
  const { gateway, host, asking } = one;
  const [server] = serversServing(served(gateway).get(taken)!, host, asking);
  const takes = taken === 'redirect' ? 'http' : taken;
  const shown = isServedFor(one, 'redirect') && taken === 'tls' ? ', of which the input shows none' : '';
  return [{
    rule: unservedRoutes,
    path: routes!.path,
    message: `${placeOf(server)} of Gateway ${gateway.fullName} ${doings(server, takes)}, and uses only ${takes} routes${shown}: these ${kind} routes have no effect`,
    repair: `write them as ${takes} routes, or make the server ${WANTED[kind]}`,
  }];
}

function placeOf(server: Field): string {
  const number = portNumber(server.at('port', 'number'));
  return number === undefined ? `servers[${server.key}]` : `port ${number}`;
}

/** What a server does with what it gets. */
function doings(server: Field, takes: string): string {
  const protocol = (server.at('port', 'protocol').text ?? '').toUpperCase();
  const passing = server.at('tls', 'mode').isSet ? 'passes TLS through' : 'passes TLS through, since its tls has no mode';
  return takes === 'tls' ? passing : isTls(protocol) ? `decrypts ${protocol}` : `speaks ${protocol}`;
}

const WANTED: Readonly<Record<RouteKind, string>> = {
  http: 'speak HTTP, or HTTPS that it decrypts (tls.mode SIMPLE)',
  tls: 'pass TLS through (tls.mode PASSTHROUGH)',
  tcp: 'speak TCP, or TLS that it decrypts (tls.mode SIMPLE)',
};
