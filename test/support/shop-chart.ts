import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, MeshServiceProps, WorkloadProps } from '../../lib';
import { objectsIn } from './edge-chart';

/** A chart in the namespace `shop` of an app whose mesh is Istio. */
export function shopChart(): Chart {
  return new Chart(new MeshApp({ mesh: Istio.mesh() }), 'shop', { namespace: 'shop' });
}

/** The service `web` with a first version, as plainly as can be. */
export function webIn(chart: Chart, props: Partial<MeshServiceProps> = {}): MeshService {
  return new MeshService(chart, 'web', { ...WEB, port: 8080, ...props });
}

export const WEB: WorkloadProps = { image: 'registry.example.com/web:1.4.2' };

/** The objects of one kind that a chart renders, which an API server takes. */
export function objectsOf(chart: Chart, kind: string): any[] {
  return objectsIn(chart).filter(object => object.kind === kind);
}

/** The spec of the only object of a kind. */
export function specOf(chart: Chart, kind: string): any {
  const [object, ...others] = objectsOf(chart, kind);
  expect(others).toEqual([]);
  return object.spec;
}
