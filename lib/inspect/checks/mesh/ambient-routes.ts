import type { Field } from '../../mesh/field';
import { isGatewayPod } from '../../mesh/gateway-pods';
import { appliesToMesh, ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { fullHost, serviceHost, serviceNamed } from '../../mesh/hosts';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import { hasSidecar, isAmbientPod } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { allPods, podsSelectedIn } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { USE_WAYPOINT, waypointUsage } from '../../mesh/waypoint-usage';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const ambientRoutes = meshRule('MESH089', 'warning', ['ambient-routes', 'Routes for a Service in ambient mode need a waypoint, but it has none.']);

const ROUTES = ['HTTPRoute', 'GRPCRoute'].map(kind => `gateway.networking.k8s.io/${kind}`);

/** Routes in the mesh that nobody takes: ztunnel knows no requests, and no proxy of a client is shown. */
export const ambientRoutesCheck = defineCheck({
  rules: [ambientRoutes],
  kinds: [VIRTUAL_SERVICE, ...ROUTES],
  reads: ['Service', 'Namespace', ISTIO_GATEWAY, ...WORKLOAD_KINDS],
  judge: (resource, { set }) => (hasSidecars(set) ? [] : routedServices(set, resource).flatMap(routed => judgeService(set, routed))),
});

interface RoutedService {
  readonly place: Field;
  readonly namespace: string;
  readonly name: string;
}

function routedServices(set: ObjectSet, resource: Resource): RoutedService[] {
  const { spec, namespace } = resource;
  if (resource.kind !== VIRTUAL_SERVICE) {
    return spec.at('parentRefs').items().filter(parent => parent.at('kind').text === 'Service')
      .map(parent => ({ place: parent.at('name'), namespace: parent.at('namespace').text ?? namespace, name: parent.at('name').text ?? '' }));
  }
  const hosts = appliesToMesh(resource) && spec.at('http').isFilled ? spec.at('hosts').items() : [];
  return hosts.map(place => ({ place, host: fullHost(set, place.text ?? '', namespace) }))
    .map(({ place, host }) => ({ place, host, ...serviceNamed(set, host, namespace) }))
    .filter(one => one.host === serviceHost(set, one.name, one.namespace));
}

function judgeService(set: ObjectSet, { place, namespace, name }: RoutedService): Problem[] {
  const selector = set.find('Service', namespace, name)?.spec.at('selector');
  const pods = selector?.isFilled === true ? podsSelectedIn(set, namespace, selector.textMap) : [];
  const isWithout = pods.length > 0 && pods.every(pod => isAmbientPod(set, pod) && pod.labels[USE_WAYPOINT] === undefined);
  return !isWithout || waypointUsage(set, namespace, name) !== 'none' ? [] : [{
    rule: ambientRoutes,
    path: place.path,
    message: `the pods of Service ${namespace}/${name} are in ambient mode, and neither it nor its namespace uses a waypoint: these routes have no effect on mesh traffic`,
    repair: 'label the Service or its namespace with istio.io/use-waypoint',
  }];
}

/** Clients with a proxy of their own take routes by themselves; gateways take those that name them. */
const hasSidecars = perSet(set => allPods(set).some(pod => !isAmbientPod(set, pod) && hasSidecar(set, pod) !== false && !isGatewayPod(set, pod)));
