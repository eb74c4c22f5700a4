import { ObservedSide } from '../../../mesh/observed-side';
import { MetricGrouping } from '../../metric-grouping';
import { Matcher } from './promql';
import { ScopeIntent } from './scope-intent';

/** Whose proxies are asked: of Services, only those of the callers know. */
export function linkerdDirection({ service, isCaller }: ScopeIntent, groups: readonly MetricGrouping[], said?: ObservedSide): ObservedSide {
  const onlyCallers = service !== undefined || isCaller || groups.some(group => group === MetricGrouping.SERVICE || group === MetricGrouping.CALLER);
  return said ?? (onlyCallers ? ObservedSide.CLIENT : ObservedSide.SERVER);
}

/** The labels of Linkerd that say of what a query speaks. @throws when it has none for that */
export function linkerdMatchers(scope: ScopeIntent, side: ObservedSide, call: string): readonly Matcher[] {
  const { isCaller, isChosen, namespace, service, version, workload } = scope;
  if (version !== undefined) {
    throw new Error(`${call}: Linkerd has no metrics by version. Use the workload that is deployed for it: MetricScope.workload.`);
  }
  if (service !== undefined && side === ObservedSide.SERVER) {
    throw new Error(`${call}: server proxies do not know the called service. Query client proxies: side: ObservedSide.CLIENT.`);
  }
  const before = side === ObservedSide.CLIENT && !isCaller ? 'dst_' : '';
  const labels: ReadonlyArray<readonly [label: string, value: string | undefined]> = [
    [`${before}namespace`, namespace],
    ['dst_service', service],
    [`${before}deployment`, workload],
  ];
  return labels.flatMap(([label, value]) => value === undefined ? [] : [[label, isChosen ? '=~' : '=', value] as const]);
}

/** The labels of Linkerd that a query keeps apart. @throws when the side does not know them */
export function linkerdGroups(groups: readonly MetricGrouping[], side: ObservedSide, call: string): readonly string[] {
  const known = side === ObservedSide.CLIENT ? OUTBOUND : INBOUND;
  return [...new Set(groups.flatMap(group => {
    const labels = known[group];
    if (labels === undefined) {
      throw new Error(`${call}: these proxies have no label "${group}". Known labels: ${Object.keys(known).join(', ')}. Group by one of these, or query the other side.`);
    }
    return labels;
  }))];
}

type Labels = Readonly<Partial<Record<MetricGrouping, readonly string[]>>>;
const INBOUND: Labels = { 'namespace': ['namespace'], 'workload': ['deployment', 'namespace'], 'response-code': ['status_code'] };
const OUTBOUND: Labels = {
  'namespace': ['dst_namespace'],
  'service': ['dst_service', 'dst_namespace'],
  'workload': ['dst_deployment', 'dst_namespace'],
  'caller': ['deployment', 'namespace'],
  'response-code': ['status_code'],
};
