import { groupBy } from '../group-by';
import { allowsNamespace } from './allowed-namespaces';
import type { Field } from './field';
import { gatewayClassOf } from './gateway-classes';
import { KUBERNETES_GATEWAY } from './gateway-references';
import { ObjectSet, perSet } from './object-set';
import { portNumber } from './port-number';
import { isRepresented } from './represented-namespaces';
import type { Resource } from './resource';
import type { Labels } from './selectors';
import { USE_WAYPOINT } from './waypoint-usage';

/** The label that says in which namespace the waypoint is, where it is another one. */
export const USE_WAYPOINT_NAMESPACE = 'istio.io/use-waypoint-namespace';

/** The label by which a waypoint, or all of a class, says what it takes. */
export const WAYPOINT_FOR = 'istio.io/waypoint-for';

const WAYPOINT_CLASS = 'istio-waypoint';

export interface WaypointName {
  readonly namespace: string;
  readonly name: string;
}

/** The waypoint that labels name; `own` is the namespace of what they stand on, or of which. Undefined where they name none. */
export function waypointNamed(labels: Labels, own: string): WaypointName | undefined {
  const { [USE_WAYPOINT]: name = '', [USE_WAYPOINT_NAMESPACE]: namespace = own } = labels;
  return name === '' || name === 'none' ? undefined : { namespace, name };
}

const waypointsOf = perSet((set): readonly Resource[] => set.of(KUBERNETES_GATEWAY).filter(({ spec, labels }) => (
  spec.at('gatewayClassName').text === WAYPOINT_CLASS || labels[WAYPOINT_FOR] !== undefined
)));

const byNamespace = perSet(set => groupBy(waypointsOf(set), ({ namespace }) => namespace));

const namesByNamespace = perSet(set => new Map(
  [...byNamespace(set)].map(([namespace, waypoints]) => [namespace, waypoints.map(({ name }) => name)]),
));

const byName = perSet(set => groupBy(waypointsOf(set), ({ name }) => name));

/** The waypoints that a set shows in a namespace. */
export function waypointsIn(set: ObjectSet, namespace: string): readonly Resource[] {
  return byNamespace(set).get(namespace) ?? [];
}

/** Their names. */
export function waypointNamesIn(set: ObjectSet, namespace: string): readonly string[] {
  return namesByNamespace(set).get(namespace) ?? [];
}

/** The waypoints of a name, whatever their namespaces. */
export function waypointsCalled(set: ObjectSet, name: string): readonly Resource[] {
  return byName(set).get(name) ?? [];
}

/**
 * Whether a waypoint that the set does not show in a namespace is not there. `istioctl waypoint apply` makes them too, so that the set has to show
 * others: in that namespace, or somewhere, and what else is in that namespace.
 */
export function showsWaypointsOf(set: ObjectSet, namespace: string): boolean {
  return set.settings.complete || waypointsIn(set, namespace).length > 0 || (waypointsOf(set).length > 0 && isRepresented(set, namespace));
}

/** What a waypoint takes: `service`, `workload`, `all`, `none`, or whatever is written there. Undefined where the set does not show its class. */
export function waypointTraffic(set: ObjectSet, waypoint: Resource): string | undefined {
  const shown = gatewayClassOf(set, waypoint);
  const isKnown = shown !== undefined || waypoint.spec.at('gatewayClassName').text === WAYPOINT_CLASS;
  return waypoint.labels[WAYPOINT_FOR] ?? shown?.labels[WAYPOINT_FOR] ?? (isKnown ? 'service' : undefined);
}

const INBOUND_BINDING = 'ambient.istio.io/waypoint-inbound-binding';

/** Whether ztunnel reaches a waypoint in another way than by its listener for the mesh, as it, or its class, says. */
export function hasInboundBinding(set: ObjectSet, waypoint: Resource): boolean {
  return waypoint.annotations[INBOUND_BINDING] !== undefined || gatewayClassOf(set, waypoint)?.annotations[INBOUND_BINDING] !== undefined;
}

/** The port at which ztunnel reaches waypoints. */
export const HBONE_PORT = 15_008;

/** Whether a listener is that by which ztunnel reaches a waypoint, and which says whom it serves. */
export function isForMesh(listener: Field): boolean {
  return listener.at('protocol').text === 'HBONE' && portNumber(listener.at('port')) === HBONE_PORT;
}

/** Whether a waypoint serves what is in a namespace: without a word its own alone, which a selector may leave out. Undefined where nobody knows. */
export function servesNamespace(set: ObjectSet, waypoint: Resource, asking: string): boolean | undefined {
  const { namespace: own, spec } = waypoint;
  if (hasInboundBinding(set, waypoint) || spec.at('gatewayClassName').text !== WAYPOINT_CLASS) {
    return undefined;
  }
  const listener = spec.at('listeners').items().find(isForMesh);
  return listener === undefined ? asking === own : allowsNamespace(set, listener, { own, asking });
}

/** The waypoints, by `namespace/name`, that Services use by their own labels or by those of their namespace. */
export const waypointsOfServices = perSet((set): ReadonlySet<string> => new Set([
  ...set.of('Service', 'networking.istio.io/ServiceEntry').map(({ labels, namespace }) => waypointNamed(labels, namespace)),
  ...set.of('Namespace').map(({ labels, name }) => waypointNamed(labels, name)),
].filter(named => named !== undefined).map(({ namespace, name }) => `${namespace}/${name}`)));
