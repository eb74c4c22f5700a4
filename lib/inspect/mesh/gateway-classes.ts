import { ObjectSet, perSet } from './object-set';
import type { Resource } from './resource';

export const GATEWAY_CLASS = 'gateway.networking.k8s.io/GatewayClass';

/** The class of a Gateway of Kubernetes, as far as the set shows it. */
export function gatewayClassOf(set: ObjectSet, { spec }: Resource): Resource | undefined {
  return byName(set).get(spec.at('gatewayClassName').text ?? '');
}

/** Whether Istio runs a Gateway of Kubernetes. The classes of Istio have its name, unless a GatewayClass of the set says whose it is. */
export function isOfIstio(set: ObjectSet, gateway: Resource): boolean {
  const controller = gatewayClassOf(set, gateway)?.spec.at('controllerName').text;
  return controller === undefined ? /^istio(-|$)/.test(gateway.spec.at('gatewayClassName').text ?? '') : controller.startsWith('istio.io/');
}

/** By name alone: where nobody knows the kind, its objects are taken for those of a namespace. */
const byName = perSet(set => new Map(set.of(GATEWAY_CLASS).map(gatewayClass => [gatewayClass.name, gatewayClass])));
