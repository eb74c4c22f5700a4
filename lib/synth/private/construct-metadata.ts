import { RenderedChart } from './rendered-chart';

/** The text of `construct-metadata.json`, by which the validation plugins of `cdk8s synth` find the construct of an object. */
export function constructMetadata(charts: readonly RenderedChart[]): string {
  const objects = charts.flatMap(chart => chart.objects);
  const resources = Object.fromEntries(objects.flatMap(({ construct }) => construct === undefined ? [] : [[construct.name, { path: construct.node.path }]]));
  return JSON.stringify({ version: '1.0.0', resources });
}
