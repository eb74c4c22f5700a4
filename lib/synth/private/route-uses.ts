import { Manifest } from './manifest';
import { fieldsOf, itemsOf, Mapping, textOf, textsOf } from './object-fields';
import { hostSeenFrom, keys, kindOf, placeOf, specOf } from './routed-things';

/** An object that leads requests elsewhere. */
export interface Route {
  /** `Kind namespace/name` */
  readonly called: string;
  /** hosts within the mesh whose requests it takes, as keys */
  readonly meshHosts: readonly string[];
  /** hosts whose requests it takes at gateways */
  readonly gatewayHosts: readonly string[];
  /** what it names: each a list of keys, one of which suffices */
  readonly uses: readonly (readonly string[])[];
}

/** The routes among objects. */
export function routesIn(manifests: Iterable<Manifest>): Route[] {
  return [...manifests].flatMap(manifest => {
    const route = ROUTES.get(kindOf(manifest))?.(manifest);
    return route === undefined ? [] : [{ called: `${manifest.kind} ${placeOf(manifest)}`, ...route }];
  });
}

const ROUTES: ReadonlyMap<string, (manifest: Manifest) => Omit<Route, 'called'>> = new Map([
  ['VirtualService.networking.istio.io', virtualService],
  ...['HTTPRoute', 'GRPCRoute', 'TLSRoute', 'TCPRoute'].map((kind): [string, typeof virtualService] => [`${kind}.gateway.networking.k8s.io`, gatewayApiRoute]),
  ['TrafficSplit.split.smi-spec.io', trafficSplit],
]);

/** The kinds that are routes. */
export const ROUTE_KINDS: readonly string[] = [...ROUTES.keys()];

function virtualService(manifest: Manifest): Omit<Route, 'called'> {
  const spec = specOf(manifest);
  const namespace = manifest.metadata?.namespace;
  const rules = [spec.http, spec.tls, spec.tcp].flatMap(itemsOf);
  const bound = [...textsOf(spec.gateways), ...rules.flatMap(({ match }) => itemsOf(match).flatMap(({ gateways }) => textsOf(gateways)))];
  const gateways = [...new Set(bound)].filter(gateway => gateway !== 'mesh').map(gateway => (gateway.includes('/') ? gateway : `${namespace ?? 'default'}/${gateway}`));
  const hosts = textsOf(spec.hosts).map(host => host.toLowerCase());
  return {
    meshHosts: bound.length === 0 || bound.includes('mesh') ? hosts.map(host => keys.host(hostSeenFrom(namespace, host))) : [],
    gatewayHosts: gateways.length === 0 ? [] : hosts,
    uses: [
      ...gateways.map(gateway => [keys.gateway(gateway)]),
      ...gateways.flatMap(gateway => hosts.map(host => patternsOf(host).map(pattern => keys.gatewayHost(gateway, pattern)))),
      ...rules.flatMap(rule => destinationsOf(rule)).flatMap(destination => usesOf(destination, namespace)),
      ...rules.map(({ delegate }) => fieldsOf(delegate)).filter(({ name }) => textOf(name) !== undefined)
        .map(delegate => [keys.virtualService(`${textOf(delegate.namespace) ?? namespace ?? 'default'}/${textOf(delegate.name)}`)]),
    ],
  };
}

/** Where a rule sends requests or copies of them. Of a share of nothing, nobody misses what it names. */
function destinationsOf({ mirror, mirrors, route }: Mapping): Mapping[] {
  const shares = [...itemsOf(route), ...itemsOf(mirrors)].filter(({ weight }) => weight !== 0);
  return [...shares.map(({ destination }) => fieldsOf(destination)), fieldsOf(mirror)];
}

function usesOf(destination: Mapping, namespace: string | undefined): string[][] {
  const named = textOf(destination.host);
  if (named === undefined) {
    return [];
  }
  const host = hostSeenFrom(namespace, named);
  const subset = textOf(destination.subset);
  return [[keys.host(host)], ...(subset === undefined ? [] : [[keys.subset(host, subset)]])];
}

/** What a gateway may say that takes requests for a host. */
function patternsOf(host: string): string[] {
  const labels = host.split('.');
  return [host, ...labels.slice(1).map((_, index) => `*.${labels.slice(index + 1).join('.')}`), '*'];
}

function gatewayApiRoute(manifest: Manifest): Omit<Route, 'called'> {
  const spec = specOf(manifest);
  const parents = itemsOf(spec.parentRefs);
  const place = ({ name, namespace }: Mapping): string => `${textOf(namespace) ?? manifest.metadata?.namespace ?? 'default'}/${textOf(name) ?? ''}`;
  const rules = itemsOf(spec.rules);
  const backends = [
    ...rules.flatMap(({ backendRefs }) => itemsOf(backendRefs)).filter(({ weight }) => weight !== 0),
    ...rules.flatMap(({ filters }) => itemsOf(filters)).map(({ requestMirror }) => fieldsOf(fieldsOf(requestMirror).backendRef)),
  ].filter(({ kind = 'Service', name }) => kind === 'Service' && textOf(name) !== undefined);
  const ofService = (reference: Mapping): string => keys.host(place(reference).split('/').reverse().join('.'));
  return {
    meshHosts: parents.filter(({ kind }) => kind === 'Service').map(ofService),
    gatewayHosts: textsOf(spec.hostnames),
    uses: [
      ...parents.filter(({ kind = 'Gateway' }) => kind === 'Gateway').map(parent => [keys.gatewayOfApi(place(parent))]),
      ...backends.map(backend => [ofService(backend)]),
    ],
  };
}

function trafficSplit(manifest: Manifest): Omit<Route, 'called'> {
  const { backends, service } = specOf(manifest);
  const names = (name: unknown): string[] => [textOf(name)].filter(one => one !== undefined);
  const ofService = (name: unknown): string[] => names(name).map(one => keys.host(hostSeenFrom(manifest.metadata?.namespace, one)));
  return {
    meshHosts: ofService(service),
    gatewayHosts: [],
    uses: itemsOf(backends).filter(({ weight }) => weight !== 0).map(backend => ofService(backend.service)).filter(({ length }) => length > 0),
  };
}
