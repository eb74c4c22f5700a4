import { ApiObject, Chart } from 'cdk8s';

/** The objects of a chart, without those of charts in it; of some kinds, such as `apps/Deployment` and `/Namespace`, or all. */
export function objectsOf(chart: Chart, ...kinds: readonly string[]): ApiObject[] {
  const objects = chart.node.findAll().filter(construct => ApiObject.isApiObject(construct)).filter(object => object.chart === chart);
  return kinds.length === 0 ? objects : objects.filter(object => kinds.includes(`${groupOf(object)}/${object.kind}`));
}

/** The group of an object; empty for the core one. */
export function groupOf({ apiVersion }: Pick<ApiObject, 'apiVersion'>): string {
  return apiVersion.split('/').slice(0, -1).join('/');
}
