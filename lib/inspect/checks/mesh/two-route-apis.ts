import { appliesToMesh } from '../../mesh/gateway-references';
import { fullHost, serviceHost } from '../../mesh/hosts';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const twoRouteApis = meshRule('MESH070', 'warning', ['two-route-apis', 'A Service is routed by both a VirtualService and the Gateway API, and each client uses only one of them.']);

const ROUTES = ['gateway.networking.k8s.io/HTTPRoute', 'gateway.networking.k8s.io/GRPCRoute'];

/** VirtualServices beside routes of the same Service in the other API. */
export const twoRouteApisCheck = defineCheck({
  rules: [twoRouteApis],
  kinds: ['networking.istio.io/VirtualService'],
  reads: ROUTES,
  * judge(virtualService, { set }) {
    const { spec, namespace } = virtualService;
    for (const place of appliesToMesh(virtualService) ? spec.at('hosts').items() : []) {
      const route = routedServices(set).get(fullHost(set, place.text ?? '', namespace));
      if (route !== undefined) {
        yield {
          rule: twoRouteApis,
          path: place.path,
          message: `${route.reference.kind} ${route.fullName} also routes ${place.text}: it applies to clients in namespace ${route.namespace}, and this to all others`,
          repair: 'define all routes of a Service in one of the two',
        };
      }
    }
  },
});

/** The routes of the Gateway API that hang on a Service, by its host. */
const routedServices = perSet(set => new Map(set.of(...ROUTES).flatMap(route => servicesOf(set, route).map(host => [host, route] as const))));

function servicesOf(set: ObjectSet, { spec, namespace }: Resource): string[] {
  return spec.at('parentRefs').items().filter(parent => parent.at('kind').text === 'Service')
    .map(parent => serviceHost(set, parent.at('name').text ?? '', parent.at('namespace').text ?? namespace));
}
