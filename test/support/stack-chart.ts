import { Chart } from 'cdk8s';
import { Istio, MeshApp } from '../../lib';
import type { IstioMeshProps } from '../../lib/istio/istio';

/** A chart in the namespace `observability` of an app whose mesh is Istio. */
export function stackChart(mesh: IstioMeshProps = {}): Chart {
  return new Chart(new MeshApp({ mesh: Istio.mesh(mesh) }), 'stack', { namespace: 'observability' });
}

/** What the validations of all constructs of the app of a chart say. */
export function problemsIn(chart: Chart): string[] {
  return chart.node.root.node.findAll().flatMap(({ node }) => node.validate());
}
