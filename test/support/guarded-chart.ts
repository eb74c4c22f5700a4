import { App, Chart, Testing } from 'cdk8s';
import { Istio, Mesh, MeshService, MeshServiceProps } from '../../lib';
import { objectsIn } from './edge-chart';
import { WEB } from './shop-chart';

/** A chart in the namespace `shop` of a stock app. */
export function guardedChart(mesh: Mesh = Istio.mesh()): Chart {
  const app: App = Testing.app();
  mesh.applyTo(app);
  return new Chart(app, 'shop', { namespace: 'shop' });
}

/** A service of HTTP, as plainly as can be. */
export function serviceIn(chart: Chart, name: string, props: Partial<MeshServiceProps> = {}): MeshService {
  return new MeshService(chart, name, { ...WEB, port: 8080, ...props });
}

/** What is wrong with a whole app. */
export function problemsOf(chart: Chart): string[] {
  return chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
}

/** The objects of a kind that a chart of a flawless app renders, which an API server takes: name to spec. */
export function specsOf(chart: Chart, kind: string): Record<string, any> {
  expect(problemsOf(chart)).toEqual([]);
  const found = objectsIn(chart).filter(object => object.kind === kind).map(({ metadata: { name, namespace }, spec }) => [`${namespace}/${name}`, spec] as const);
  expect(new Set(found.map(([name]) => name)).size).toBe(found.length);
  return Object.fromEntries(found);
}

/** Its policies. */
export function policiesOf(chart: Chart): Record<string, any> {
  return specsOf(chart, 'AuthorizationPolicy');
}
