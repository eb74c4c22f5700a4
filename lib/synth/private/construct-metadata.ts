import { RenderedChart } from './rendered-chart';

/** The text of `construct-metadata.json`, by which the validation plugins of `cdk8s synth` find the construct of an object. */
export function constructMetadata(charts: readonly RenderedChart[]): string {
  const constructs = charts.flatMap(chart => chart.objects).flatMap(({ construct }) => construct ?? []);
  const resources = Object.fromEntries(constructs.map(({ name, node }) => [name, { path: node.path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}
