import type { ObjectSet } from './object-set';
import type { Resource } from './resource';

export const INGRESS_CLASS = 'networking.k8s.io/IngressClass';

/** What stands in an IngressClass whose Ingresses istiod turns into routes. */
export const ISTIO_INGRESS_CONTROLLER = 'istio.io/ingress-controller';

/** The controller of an Ingress: that of its class, or Istio's where the class has its name. Undefined where nobody knows. */
export function ingressControllerOf(set: ObjectSet, { spec, annotations }: Resource): string | undefined {
  const name = spec.at('ingressClassName').text ?? annotations['kubernetes.io/ingress.class'] ?? '';
  const ingressClass = set.find(INGRESS_CLASS, '', name);
  return ingressClass?.spec.at('controller').text ?? (name === 'istio' ? ISTIO_INGRESS_CONTROLLER : undefined);
}
