import { Chart, Duration } from 'cdk8s';
import { Istio, IstioRelease, MeshApp, MeshService } from '../../../lib';
import { specOf } from '../../support/shop-chart';

function chartFor(release: IstioRelease): Chart {
  const chart = new Chart(new MeshApp({ mesh: Istio.mesh({ release }) }), 'shop', { namespace: 'shop' });
  MeshService.adopt(chart, 'orders', { port: 8080 }).traffic.retry({ attempts: 2, backoff: Duration.millis(100) });
  return chart;
}

test('a field is rendered for the release that brought it', () => {
  expect(specOf(chartFor(IstioRelease.V1_26), 'VirtualService').http[0].retries.backoff).toBe('100ms');
});

test('fails on a field that came with a later release, and names that', () => {
  expect(() => chartFor(IstioRelease.V1_25).toJson()).toThrow(
    'shop/orders/rules: http[].retries.backoff of VirtualService came with Istio 1.26, and the mesh is Istio 1.25. Leave it out, or say Istio.mesh({ release: IstioRelease.V1_26 }).',
  );
});
