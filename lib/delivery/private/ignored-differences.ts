import { ApiObject, Chart } from 'cdk8s';
import type { ApplicationSpecIgnoreDifferences } from '../../../imports/argoproj.io';
import { groupOf, objectsOf } from './objects-of';

/** What controllers in a cluster write into objects of a chart, and nothing beside it. */
export interface IgnoredDifferences {
  /** of workloads */
  readonly replicas: readonly ApplicationSpecIgnoreDifferences[];
  /** in lists, of which Argo CD can put back a whole one only */
  readonly inLists: readonly ApplicationSpecIgnoreDifferences[];
}

/** What an autoscaler, Flagger and Argo Rollouts write, by what the chart has of them. */
export function ignoredDifferences(chart: Chart): IgnoredDifferences {
  const rollouts = objectsOf(chart, 'argoproj.io/Rollout').map(specOf);
  const scaling = objectsOf(chart, 'autoscaling/HorizontalPodAutoscaler', 'flagger.app/Canary').map(specOf);
  return {
    replicas: [...scaling.map(({ place, spec }) => replicasOf(place, spec.scaleTargetRef ?? spec.targetRef)), ...rollouts.map(scaledDown)].flat(),
    inLists: rollouts.flatMap(routedByIstio),
  };
}

interface Controller {
  /** where the objects are that it writes into */
  readonly place: { readonly namespace?: string };
  readonly spec: ControllerSpec;
}

/** The fields that tell what a controller writes. */
interface ControllerSpec {
  readonly scaleTargetRef?: Target;
  readonly targetRef?: Target;
  readonly workloadRef?: Target & { readonly scaleDown?: string };
  readonly strategy?: { readonly canary?: { readonly trafficRouting?: TrafficRouting } };
}

interface Target {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

interface TrafficRouting {
  readonly managedRoutes?: readonly { readonly name: string }[];
  readonly istio?: {
    readonly virtualService?: RoutedService;
    readonly virtualServices?: readonly RoutedService[];
    readonly destinationRule?: { readonly name: string; readonly canarySubsetName?: string; readonly stableSubsetName?: string };
  };
}

interface RoutedService {
  readonly name: string;
  readonly routes?: readonly string[];
  readonly tcpRoutes?: readonly unknown[];
  readonly tlsRoutes?: readonly unknown[];
}

function specOf(object: ApiObject): Controller {
  const { namespace } = object.metadata;
  return { place: namespace === undefined ? {} : { namespace }, spec: (object.toJson() as { spec?: ControllerSpec }).spec ?? {} };
}

function replicasOf(place: Controller['place'], target: Target | undefined): ApplicationSpecIgnoreDifferences[] {
  if (target === undefined || target.kind === 'DaemonSet') {
    return [];
  }
  return [{ group: groupOf({ apiVersion: target.apiVersion ?? 'apps/v1' }), kind: target.kind, name: target.name, ...place, jsonPointers: ['/spec/replicas'] }];
}

/** A Rollout takes the pods of a Deployment over where it is told to, and scales that down. */
function scaledDown({ place, spec: { workloadRef } }: Controller): ApplicationSpecIgnoreDifferences[] {
  return ['onsuccess', 'progressively'].includes(workloadRef?.scaleDown ?? '') ? replicasOf(place, workloadRef) : [];
}

function routedByIstio({ place, spec }: Controller): ApplicationSpecIgnoreDifferences[] {
  const routing = spec.strategy?.canary?.trafficRouting ?? {};
  const written = [...routesOf(routing), ...labelsOf(routing.istio)].filter(({ jqPathExpressions }) => jqPathExpressions.length > 0);
  return written.map(found => ({ group: 'networking.istio.io', ...place, ...found }));
}

interface Written {
  readonly kind: string;
  readonly name: string;
  readonly jqPathExpressions: string[];
}

function routesOf({ istio = {}, managedRoutes = [] }: TrafficRouting): Written[] {
  const { virtualService, virtualServices = [] } = istio;
  const added = managedRoutes.map(({ name }) => `.spec.http[]? | ${named(name)}`);
  const services = virtualService === undefined ? virtualServices : [virtualService, ...virtualServices];
  return services.map(service => ({ kind: 'VirtualService', name: service.name, jqPathExpressions: [...weightsOf(service), ...added] }));
}

function labelsOf({ destinationRule: rule }: TrafficRouting['istio'] = {}): Written[] {
  const subsets = [rule?.stableSubsetName, rule?.canarySubsetName].filter(name => name !== undefined);
  const labels = subsets.map(name => `.spec.subsets[]? | ${named(name)} | .labels."rollouts-pod-template-hash"`);
  return rule === undefined ? [] : [{ kind: 'DestinationRule', name: rule.name, jqPathExpressions: labels }];
}

/** Argo CD removes what they lead to, and nothing at all when one fails: a `?` stands behind each list, which may be missing in one of the two. */
function weightsOf({ routes = [], tcpRoutes = [], tlsRoutes = [] }: RoutedService): string[] {
  if (routes.length > 0) {
    return routes.map(name => `.spec.http[]? | ${named(name)} | .route[]?.weight`);
  }
  // Without names, the controller knows one route, which has to be the only one.
  return tcpRoutes.length + tlsRoutes.length > 0 ? [] : ['.spec.http[0]?.route[]?.weight'];
}

function named(name: string): string {
  return `select(.name == ${JSON.stringify(name)})`;
}
