import { Chart } from 'cdk8s';
import type { ApplicationSpecIgnoreDifferences } from '../../../imports/argoproj.io';
import { objectsOf } from './delivered-charts';

/** What controllers in a cluster write into objects of a chart, and nothing beside it. */
export function ignoredDifferences(chart: Chart): ApplicationSpecIgnoreDifferences[] {
  const scaled = objectsOf(chart, 'HorizontalPodAutoscaler', 'Canary').map(object => object.toJson() as Controller);
  const rollouts = objectsOf(chart, 'Rollout').map(object => object.toJson() as Controller);
  return [...scaled.flatMap(replicasOf), ...rollouts.flatMap(weightsOf)].map(difference => compact(difference));
}

/** The fields that tell what a controller writes. */
interface Controller {
  readonly metadata?: { readonly namespace?: string };
  readonly spec?: {
    readonly scaleTargetRef?: Target;
    readonly targetRef?: Target;
    readonly strategy?: { readonly canary?: { readonly trafficRouting?: { readonly istio?: RoutedByIstio } } };
  };
}

interface Target {
  readonly apiVersion?: string;
  readonly kind: string;
  readonly name: string;
}

interface RoutedByIstio {
  readonly virtualService?: RoutedService;
  readonly virtualServices?: readonly RoutedService[];
  readonly destinationRule?: { readonly name: string; readonly canarySubsetName?: string; readonly stableSubsetName?: string };
}

interface RoutedService {
  readonly name: string;
  readonly routes?: readonly string[];
}

function replicasOf({ metadata, spec }: Controller): ApplicationSpecIgnoreDifferences[] {
  const target = spec?.scaleTargetRef ?? spec?.targetRef;
  if (target === undefined) {
    return [];
  }
  const group = (target.apiVersion ?? '').split('/').slice(0, -1).join('/');
  return [{ group, kind: target.kind, name: target.name, namespace: metadata?.namespace, jsonPointers: ['/spec/replicas'] }];
}

function weightsOf({ metadata, spec }: Controller): ApplicationSpecIgnoreDifferences[] {
  const istio = spec?.strategy?.canary?.trafficRouting?.istio;
  const place = { group: 'networking.istio.io', namespace: metadata?.namespace };
  const weights = servicesOf(istio).map(({ name, routes }) => ({ ...place, kind: 'VirtualService', name, jqPathExpressions: weightPaths(routes) }));
  const rule = istio?.destinationRule;
  const labels = [rule?.stableSubsetName, rule?.canarySubsetName].filter(name => name !== undefined).map(labelPath);
  return labels.length === 0 ? weights : [...weights, { ...place, kind: 'DestinationRule', name: rule!.name, jqPathExpressions: labels }];
}

function servicesOf({ virtualService, virtualServices = [] }: RoutedByIstio = {}): readonly RoutedService[] {
  return virtualService === undefined ? virtualServices : [virtualService, ...virtualServices];
}

function labelPath(subset: string): string {
  return `.spec.subsets[]? | select(.name == ${JSON.stringify(subset)}) | .labels."rollouts-pod-template-hash"`;
}

/** Without names, the controller knows one route only, which is the only one that there is. */
function weightPaths(routes: readonly string[] = []): string[] {
  return routes.length === 0 ? ['.spec.http[0].route[].weight'] : routes.map(name => `.spec.http[]? | select(.name == ${JSON.stringify(name)}) | .route[].weight`);
}

function compact(difference: ApplicationSpecIgnoreDifferences): ApplicationSpecIgnoreDifferences {
  return Object.fromEntries(Object.entries(difference).filter(([, value]) => value !== undefined && value !== '')) as unknown as ApplicationSpecIgnoreDifferences;
}
