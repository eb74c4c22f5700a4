import type { DesiredObject } from '../desired-object';
import { isOfNamespace, namespaceGroup } from './namespace-group';
import type { Group } from './proposal';
import { serviceGroup } from './service-group';

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

/** One group for each name that a DestinationRule or a VirtualService of a service of the cluster has. */
function services(objects: readonly DesiredObject[], byType: ReadonlyMap<string, DesiredObject>): Group[] {
  const names = new Map(objects.flatMap(({ name }) => (
    name.apiVersion === NETWORKING && ['DestinationRule', 'VirtualService'].includes(name.kind) && name.namespace !== undefined
      ? [[`${name.namespace}/${name.name}`, { namespace: name.namespace, name: name.name }] as const]
      : []
  )));
  return [...names.values()].map(name => serviceGroup({
    service: name.name,
    namespace: name.namespace,
    destinationRule: byType.get(keyOf(NETWORKING, 'DestinationRule', name)),
    virtualService: byType.get(keyOf(NETWORKING, 'VirtualService', name)),
    port: portOf(byType.get(keyOf('v1', 'Service', name))),
  }));
}

function portOf(service: DesiredObject | undefined): number | undefined {
  const { ports } = (service?.value.spec ?? {}) as { readonly ports?: ReadonlyArray<{ readonly port?: unknown }> };
  const port = Array.isArray(ports) ? ports[0]?.port : undefined;
  return typeof port === 'number' ? port : undefined;
}

function keyOf(apiVersion: string, kind: string, { namespace, name }: { readonly namespace?: string; readonly name: string }): string {
  return JSON.stringify([apiVersion, kind, namespace, name]);
}
