import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';

export const GATEWAY_CLASS = 'gateway.networking.k8s.io/GatewayClass';

/** The controllers of Istio: of gateways, of waypoints, of east-west gateways in ambient mode, and of what stands for those of other networks. */
export const GATEWAY_CONTROLLER = 'istio.io/gateway-controller';
export const WAYPOINT_CONTROLLER = 'istio.io/mesh-controller';
export const EAST_WEST_CONTROLLER = 'istio.io/eastwest-controller';
export const UNMANAGED_CONTROLLER = 'istio.io/unmanaged-gateway';

/** The classes that istiod makes itself, by name. */
const CONTROLLERS: ReadonlyMap<string, string> = new Map([
  ['istio', GATEWAY_CONTROLLER], ['istio-waypoint', WAYPOINT_CONTROLLER], ['istio-east-west', EAST_WEST_CONTROLLER], ['istio-remote', UNMANAGED_CONTROLLER],
]);

/** The names of the classes of Istio and of those that a set shows: one list for all who ask. */
export const gatewayClassNames = perSet((set): readonly string[] => [...CONTROLLERS.keys(), ...byName(set).keys()]);

/** Whether istiod makes the class of a name. */
export function isClassOfIstio(name: string): boolean {
  return CONTROLLERS.has(name);
}

/** The class of a Gateway of Kubernetes, as far as the set shows it. */
export function gatewayClassOf(set: ObjectSet, { spec }: Resource): Resource | undefined {
  return byName(set).get(spec.at('gatewayClassName').text ?? '');
}

/** The controller of a Gateway of Kubernetes: that of its class, or that which Istio gives a class of this name. Undefined where nobody knows. */
export function controllerOf(set: ObjectSet, gateway: Resource): string | undefined {
  return gatewayClassOf(set, gateway)?.spec.at('controllerName').text ?? CONTROLLERS.get(gateway.spec.at('gatewayClassName').text ?? '');
}

/** Whether Istio runs a Gateway of Kubernetes. The classes of Istio have its name, unless a GatewayClass of the set says whose it is. */
export function isOfIstio(set: ObjectSet, gateway: Resource): boolean {
  return controllerOf(set, gateway)?.startsWith('istio.io/') ?? (gateway.spec.at('gatewayClassName').text ?? '').startsWith('istio-');
}

/** By name alone: where nobody knows the kind, its objects are taken for those of a namespace. */
const byName = perSet(set => new Map(set.of(GATEWAY_CLASS).map(gatewayClass => [gatewayClass.name, gatewayClass])));
