import { Manifest } from './manifest';
import { fieldsOf, itemsOf, textOf, textsOf } from './object-fields';
import { groupOf } from './object-identity';

/** What a route can name, as a key that is the same wherever it is named, and what people call it. */
export type RoutedThings = ReadonlyMap<string, string>;

/** What of objects routes can name: subsets, hosts, gateways with their hosts, and further routes. */
export function routedThings(manifests: Iterable<Manifest>): RoutedThings {
  return new Map([...manifests].flatMap(manifest => THINGS.get(kindOf(manifest))?.(manifest) ?? []));
}

/** Kind and group: `VirtualService.networking.istio.io`. */
export function kindOf(manifest: Manifest): string {
  return [manifest.kind, ...groupOf(manifest)].join('.');
}

/** `namespace/name` */
export function placeOf({ metadata }: Manifest): string {
  return `${metadata?.namespace ?? 'default'}/${metadata?.name ?? ''}`;
}

/** A host as it is called by one in a namespace: that of a Service is `name.namespace`, whatever it was called. */
export function hostSeenFrom(namespace: string | undefined, host: string): string {
  const called = host.toLowerCase();
  const [, ofService] = /^([^.]+\.[^.]+)\.svc(?:\..*)?$/.exec(called) ?? [];
  return ofService ?? (called.includes('.') || called.includes('*') ? called : `${called}.${namespace ?? 'default'}`);
}

/** Keys of the things. */
export const keys = {
  host: (host: string): string => `host ${host}`,
  subset: (host: string, name: string): string => `subset ${name} of ${host}`,
  gateway: (place: string): string => `gateway ${place}`,
  gatewayHost: (place: string, host: string): string => `gateway ${place} ${host}`,
  gatewayOfApi: (place: string): string => `gateway of API ${place}`,
  virtualService: (place: string): string => `virtual service ${place}`,
};

type Thing = readonly [key: string, called: string];

const THINGS: ReadonlyMap<string, (manifest: Manifest) => Thing[]> = new Map([
  ['Service', (manifest: Manifest): Thing[] => {
    const { name = '', namespace } = manifest.metadata ?? {};
    return [[keys.host(hostSeenFrom(namespace, name)), `Service ${placeOf(manifest)}`]];
  }],
  ['ServiceEntry.networking.istio.io', (manifest: Manifest): Thing[] =>
    textsOf(specOf(manifest).hosts).map(host => [keys.host(hostSeenFrom(undefined, host)), `host "${host}" of ServiceEntry ${placeOf(manifest)}`])],
  ['DestinationRule.networking.istio.io', subsets],
  ['Gateway.networking.istio.io', gateway],
  ['Gateway.gateway.networking.k8s.io', (manifest: Manifest): Thing[] => [[keys.gatewayOfApi(placeOf(manifest)), `Gateway ${placeOf(manifest)}`]]],
  ['VirtualService.networking.istio.io', (manifest: Manifest): Thing[] => [[keys.virtualService(placeOf(manifest)), `VirtualService ${placeOf(manifest)}`]]],
]);

/** The kinds that define a thing. */
export const THING_KINDS: readonly string[] = [...THINGS.keys()];

function subsets(manifest: Manifest): Thing[] {
  const spec = specOf(manifest);
  const host = hostSeenFrom(manifest.metadata?.namespace, textOf(spec.host) ?? '');
  const names = itemsOf(spec.subsets).map(({ name }) => textOf(name)).filter(name => name !== undefined);
  return names.map(name => [keys.subset(host, name), `subset "${name}" of ${host}`]);
}

function gateway(manifest: Manifest): Thing[] {
  const place = placeOf(manifest);
  // Before the slash stands whose routes are taken.
  const hosts = itemsOf(specOf(manifest).servers).flatMap(server => textsOf(server.hosts)).map(host => host.slice(host.indexOf('/') + 1).toLowerCase());
  return [[keys.gateway(place), `Gateway ${place}`], ...hosts.map((host): Thing => [keys.gatewayHost(place, host), `host "${host}" of Gateway ${place}`])];
}

/** The spec of an object. */
export function specOf(manifest: Manifest): Readonly<Record<string, unknown>> {
  return fieldsOf(fieldsOf(manifest).spec);
}
