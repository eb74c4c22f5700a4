import { MeshMetric } from '../../mesh-metric';
import type { MetricChangeIntent } from './telemetry-intent';

/** A scope, and what is said there of metrics. */
export interface MeasuredScope {
  readonly place: string;
  readonly changes: readonly MetricChangeIntent[];
}

/**
 * Changes that nobody would expect to switch metrics on: where all are off in more pods, whatever is said of a metric in fewer switches all of
 * them on again there. To say that all are on is no surprise.
 *
 * @param wider widest first
 */
export function metricProblems({ place, changes }: MeasuredScope, wider: readonly MeasuredScope[]): string[] {
  const nearest = wider.filter(scope => scope.changes.length > 0).at(-1);
  const surprising = changes.find(change => !isAllOff(change) && !changes.some(other => isAllOn(other, change)));
  return nearest === undefined || surprising === undefined || !nearest.changes.some(isAllOff) ? [] : [
    `${place}: changes the metric "${surprising.metric}", but all metrics are off in "${nearest.place}", so the mesh would turn all of them on again here. There, turn off each metric by its name, or turn all on here: changeMetric(MeshMetric.ALL, { disabled: false }).`,
  ];
}

function isAllOff({ isOff, metric }: MetricChangeIntent): boolean {
  return metric === MeshMetric.ALL && isOff === true;
}

/** Whether it says that all are on where another change holds. */
function isAllOn({ isOff, metric, side }: MetricChangeIntent, other: MetricChangeIntent): boolean {
  return metric === MeshMetric.ALL && isOff === false && (side === undefined || side === other.side);
}
