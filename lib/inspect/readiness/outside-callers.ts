import type { Field } from '../mesh/field';
import { isOfIstio } from '../mesh/gateway-classes';
import { GATEWAY_API } from '../mesh/gateway-references';
import { ObjectSet, perSet } from '../mesh/object-set';
import type { Resource } from '../mesh/resource';
import { routeService } from '../mesh/route-services';
import { obstacle, ReasonsByService, unknown } from './reason';

/** What leads callers to Services that have no certificate of the mesh: an Ingress, or a route, whose gateway is none of Istio's. */
export const outsideCallers = perSet((set): ReasonsByService => {
  const reasons = new ReasonsByService();
  set.of('networking.k8s.io/Ingress').forEach(ingress => addIngress(ingress, reasons));
  set.of(...ROUTE_KINDS).forEach(route => addRoute(set, route, reasons));
  return reasons;
});

const ROUTE_KINDS = ['HTTPRoute', 'GRPCRoute', 'TCPRoute', 'TLSRoute'].map(kind => `${GATEWAY_API}/${kind}`);

function addIngress(ingress: Resource, reasons: ReasonsByService): void {
  const { spec, annotations, namespace } = ingress;
  const name = spec.at('ingressClassName').text ?? annotations['kubernetes.io/ingress.class'];
  if (name === 'istio') {
    return;
  }
  const paths = spec.at('rules').items().flatMap(rule => rule.at('http', 'paths').items());
  const backends = [spec.at('defaultBackend'), ...paths.map(path => path.at('backend'))];
  const services = new Set(backends.map(backend => backend.at('service', 'name').text).filter(service => service !== undefined));
  const controller = name === undefined ? 'the controller of the default class' : `the controller of class ${name}`;
  services.forEach(service => reasons.add(`${namespace}/${service}`, obstacle(`${controller} calls it, and has no certificate of the mesh unless it has a proxy`, ingress)));
}

function addRoute(set: ObjectSet, route: Resource, reasons: ReasonsByService): void {
  const parents = route.spec.at('parentRefs').items().filter(parent => (parent.at('kind').text ?? 'Gateway') === 'Gateway');
  for (const parent of parents) {
    const [namespace, name] = [parent.at('namespace').text ?? route.namespace, parent.at('name').text ?? ''];
    const gateway = set.find(`${GATEWAY_API}/Gateway`, namespace, name);
    const reason = gateway === undefined
      ? unknown(`Gateway ${namespace}/${name} leads to it, and the input does not show whose it is`, route)
      : obstacle(`Gateway ${namespace}/${name} of class ${gateway.spec.at('gatewayClassName').text ?? 'none'} calls it, and has no certificate of the mesh`, route);
    if (gateway === undefined || !isOfIstio(set, gateway)) {
      new Set(backendsOf(route)).forEach(service => reasons.add(service, reason));
    }
  }
}

function backendsOf({ spec, namespace }: Resource): string[] {
  const refs = spec.at('rules').items().flatMap(rule => [...rule.at('backendRefs').items(), ...rule.at('filters').items().map(mirrorOf)]);
  return refs.flatMap(ref => routeService(ref, namespace) ?? []).map(service => `${service.namespace}/${service.name}`);
}

function mirrorOf(filter: Field): Field {
  return filter.at('requestMirror', 'backendRef');
}
