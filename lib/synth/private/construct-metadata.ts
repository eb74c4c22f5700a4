import { ApiObject, Chart } from 'cdk8s';
import { RenderedChart } from './rendered-chart';

/** The file by which the validation plugins of `cdk8s synth` find the construct of an object. */
export const METADATA_FILE = 'construct-metadata.json';

/** The text of that file. */
export function constructMetadata(charts: readonly RenderedChart[]): string {
  const constructs = charts.flatMap(constructsOf);
  const resources = Object.fromEntries(constructs.map(({ name, node }) => [name, { path: node.path }]));
  return JSON.stringify({ version: '1.0.0', resources });
}

/** Of a chart that renders itself, all that stand in it. */
function constructsOf({ chart, objects }: RenderedChart): ApiObject[] {
  const rendered = objects.flatMap(({ construct }) => construct ?? []);
  const standing = (): ApiObject[] => chart.node.findAll().filter(ApiObject.isApiObject).filter(object => Chart.of(object) === chart);
  return rendered.length === objects.length ? rendered : standing();
}
