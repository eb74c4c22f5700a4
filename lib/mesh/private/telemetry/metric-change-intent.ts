import { MeshMetric } from '../../mesh-metric';
import type { MetricChange } from '../../metric-change';
import { compareTexts } from '../compare-texts';
import type { MetricChangeIntent } from './telemetry-intent';

/** @throws when it changes nothing, or two things that exclude each other */
export function metricChangeIntent(metric: MeshMetric, change: MetricChange, place: string): MetricChangeIntent {
  const { disabled: isOff, labels = {}, side, withoutLabels = [] } = change;
  const removed = withoutLabels.map(name => [name, undefined] as const);
  const all = [...Object.entries(labels), ...removed];
  if (all.length === 0 && isOff === undefined) {
    throw new Error(`${place}: no changes are set. Set disabled, labels or withoutLabels.`);
  }
  if (all.length > 0 && isOff === true) {
    throw new Error(`${place}: a disabled metric has no labels. Leave out disabled, or the labels.`);
  }
  requireNames(all, place);
  if (metric === MeshMetric.ALL && isOff === true && side !== undefined) {
    throw new Error(`${place}: if all metrics are off on one side, the mesh measures nothing on either side. Name each metric: MeshMetric.REQUEST_COUNT.`);
  }
  return { metric, side, isOff, labels: new Map(all.sort(([a], [b]) => compareTexts(a, b))) };
}

function requireNames(labels: ReadonlyArray<readonly [string, string | undefined]>, place: string): void {
  const [empty] = labels.filter(([name, value]) => name === '' || value === '');
  if (empty !== undefined) {
    throw new Error(`${place}: a label "${empty[0]}" has no name or no value, which the mesh rejects. Set both, or use withoutLabels.`);
  }
  const [twice] = labels.filter(([name], index) => labels.findIndex(([other]) => other === name) !== index);
  if (twice !== undefined) {
    throw new Error(`${place}: the label "${twice[0]}" is listed twice. Change it once.`);
  }
}
