import type { DesiredObject } from '../desired-object';
import { isOfNamespace, namespaceGroup } from './namespace-group';
import type { Group } from './proposal';
import { serviceGroups } from './service-group';

/** Which objects may together be a construct of ours. */
export function findGroups(objects: readonly DesiredObject[]): Group[] {
  const byType = new Map<string, DesiredObject>();
  objects.forEach(object => byType.set(keyOf(object.name.apiVersion, object.name.kind, object.name), object));
  const namespaces = objects.filter(({ name }) => name.apiVersion === 'v1' && name.kind === 'Namespace' && name.namespace === undefined);
  return [
    ...namespaces.map(namespace => {
      const safety = byType.get(keyOf(SECURITY, 'PeerAuthentication', { namespace: namespace.name.name, name: 'default' }));
      return namespaceGroup(namespace, safety !== undefined && isOfNamespace(safety) ? safety : undefined);
    }),
    ...services(objects, byType),
  ];
}

const SECURITY = 'security.istio.io/v1';
const NETWORKING = 'networking.istio.io/v1';

/** The groups of each name that an object about a service of the cluster may have. */
function services(objects: readonly DesiredObject[], byType: ReadonlyMap<string, DesiredObject>): Group[] {
  const names = new Map(objects.flatMap(object => {
    const { name } = object;
    return isAboutService(object)
      ? [[`${name.namespace}/${name.name}`, { namespace: name.namespace!, name: name.name }] as const]
      : [];
  }));
  const known = (namespace: string, name: string): number | undefined => portOf(byType.get(keyOf('v1', 'Service', { namespace, name })));
  return [...names.values()].flatMap(name => serviceGroups({
    service: name.name,
    namespace: name.namespace,
    destinationRule: byType.get(keyOf(NETWORKING, 'DestinationRule', name)),
    virtualService: byType.get(keyOf(NETWORKING, 'VirtualService', name)),
    authorizationPolicy: aboutService(byType.get(keyOf(SECURITY, 'AuthorizationPolicy', name))),
    peerAuthentication: aboutService(byType.get(keyOf(SECURITY, 'PeerAuthentication', name))),
    port: known(name.namespace, name.name),
    known,
  }));
}

function aboutService(object: DesiredObject | undefined): DesiredObject | undefined {
  return object !== undefined && isAboutService(object) ? object : undefined;
}

/** What is said of chosen pods may be said of a service, what is said of a namespace not. */
function isAboutService({ name: { apiVersion, kind, namespace }, value: { spec } }: DesiredObject): boolean {
  const isPolicy = apiVersion === SECURITY && ['AuthorizationPolicy', 'PeerAuthentication'].includes(kind);
  const isTraffic = apiVersion === NETWORKING && ['DestinationRule', 'VirtualService'].includes(kind);
  return namespace !== undefined && (isTraffic || (isPolicy && (spec as { readonly selector?: unknown } | undefined)?.selector !== undefined));
}

function portOf(service: DesiredObject | undefined): number | undefined {
  const { ports } = (service?.value.spec ?? {}) as { readonly ports?: ReadonlyArray<{ readonly port?: unknown }> };
  const port = Array.isArray(ports) ? ports[0]?.port : undefined;
  return typeof port === 'number' ? port : undefined;
}

function keyOf(apiVersion: string, kind: string, { namespace, name }: { readonly namespace?: string; readonly name: string }): string {
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
