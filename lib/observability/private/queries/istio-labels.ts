import { ObservedSide } from '../../../mesh/observed-side';
import { MetricGrouping } from '../../metric-grouping';
import { Matcher } from './promql';
import { ScopeIntent } from './scope-intent';

/** The proxies that count. */
export function reporter(side: ObservedSide, waypoints: boolean): Matcher {
  const name = side === ObservedSide.SERVER ? 'destination' : 'source';
  return waypoints ? ['reporter', '=~', `${name}|waypoint`] : ['reporter', '=', name];
}

/** The labels of Istio that say of what a query speaks. */
export function scopeMatchers({ isCaller, isChosen, namespace, service, workload, version }: ScopeIntent): readonly Matcher[] {
  const end = isCaller ? 'source' : 'destination';
  const kind = workload === undefined && !isCaller ? 'service' : 'workload';
  const labels: ReadonlyArray<readonly [label: string, value: string | undefined]> = [
    [`${end}_${kind}_namespace`, namespace],
    // What is chosen is a host, since that is what Kiali has in its links.
    [isChosen ? 'destination_service' : 'destination_service_name', service],
    [`${end}_workload`, workload],
    ['destination_version', version],
  ];
  return labels.flatMap(([label, value]) => value === undefined ? [] : [[label, isChosen ? '=~' : '=', value] as const]);
}

/** The labels of Istio that a query keeps apart. */
export function groupLabels(groups: readonly MetricGrouping[]): readonly string[] {
  return [...new Set(groups.flatMap(group => LABELS[group]))];
}

const LABELS: Readonly<Record<MetricGrouping, readonly string[]>> = {
  'namespace': ['destination_service_namespace'],
  'service': ['destination_service_name', 'destination_service_namespace'],
  'workload': ['destination_workload', 'destination_workload_namespace'],
  'version': ['destination_version'],
  'caller': ['source_workload', 'source_workload_namespace'],
  'response-code': ['response_code'],
};
