import { Chart } from 'cdk8s';
import { DataPlaneMode, Istio, IstioMeshProps, MeshApp } from '../../lib';
import { objectsOf } from './shop-chart';

/** A chart in the namespace `shop` of an app whose mesh is Istio in ambient mode. */
export function ambientShop(props: IstioMeshProps = {}): Chart {
  return new Chart(new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT, ...props }) }), 'shop', { namespace: 'shop' });
}

/** The specs of the objects of one kind, by name. */
export function specsOf(chart: Chart, kind: string): Record<string, unknown> {
  return Object.fromEntries(objectsOf(chart, kind).map(({ metadata, spec }) => [metadata.name, spec]));
}
