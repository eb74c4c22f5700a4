import { dump } from 'js-yaml';
import { promtoolSays } from './promtool';
import { Samples } from './shop-metrics';

/** Queries, each with the results that it has after twenty minutes: labels to value. */
export type Results = ReadonlyArray<readonly [query: { readonly text: string }, results: Readonly<Record<string, number>>]>;

/** What promtool says against it that queries have these results; nothing: an empty text. Results are compared to four digits behind the point. */
export function resultsDiffer(world: Samples, results: Results): string {
  const tests = results.map(([{ text }, samples]) => ({
    expr: `round(${text}, 0.0001)`,
    eval_time: '20m',
    exp_samples: Object.entries(samples).map(([labels, value]) => ({ labels, value })),
  }));
  const input = Object.entries(world).map(([series, values]) => ({ series, values }));
  return promtoolSays(['test', 'rules', 'test.yaml'], { 'test.yaml': dump({ tests: [{ interval: '1m', input_series: input, promql_expr_test: tests }] }) });
}
