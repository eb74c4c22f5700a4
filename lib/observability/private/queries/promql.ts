import { Duration } from 'cdk8s';
import { Percent } from '../../../mesh/percent';

/** What a selector asks of one label. The value is compared as it stands. */
export type Matcher = readonly [label: string, operator: '=' | '!=' | '=~' | '!~', value: string];

/** The series of a name with certain labels. */
export function series(metric: string, matchers: readonly Matcher[]): string {
  const labels = matchers.map(([label, operator, value]) => `${label}${operator}"${value}"`).join(',');
  return labels === '' ? metric : `${metric}{${labels}}`;
}

/** How fast counters grow, in a second. */
export function rate(counters: string, window: string): string {
  return `rate(${counters}[${window}])`;
}

/** The sum of all, or of what has the same labels. */
export function sum(values: string, labels: readonly string[]): string {
  return `sum(${values})${labels.length === 0 ? '' : ` by (${labels.join(', ')})`}`;
}

/**
 * The share of a part, from 0 to 100. Of what was never counted there are no series, and so no share: where all there is has been counted, that is
 * none of it. With nothing to count there is no share either, and not the share that is no number.
 */
export function share(part: string, all: string): string {
  return `${part} / (${all} > 0) * 100 or (${all} > 0) * 0`;
}

/** What a part of all stays below, out of a histogram. */
export function percentile(value: Percent, buckets: string, labels: readonly string[]): string {
  return `histogram_quantile(${Number((value.value / 100).toPrecision(12))}, ${sum(buckets, ['le', ...labels])})`;
}

/** A time as PromQL writes it, in the greatest unit that it is whole in. */
export function windowText(window: Duration): string {
  const seconds = window.toSeconds();
  const [unit, length] = UNITS.find(([, size]) => seconds % size === 0)!;
  return `${seconds / length}${unit}`;
}

const UNITS: ReadonlyArray<readonly [unit: string, seconds: number]> = [['d', 86_400], ['h', 3600], ['m', 60], ['s', 1]];
