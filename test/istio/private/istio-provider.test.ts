import { ApiObject, App, Chart, Duration } from 'cdk8s';
import { HttpMethod, Istio, IstioRelease, Match, MeshApp, MeshService } from '../../../lib';
import { contentsOf, temporaryFolder } from '../../support/folder';
import { specOf, webIn } from '../../support/shop-chart';

const folder = temporaryFolder();

function chartFor(release: IstioRelease): Chart {
  const chart = new Chart(new MeshApp({ mesh: Istio.mesh({ release }) }), 'shop', { namespace: 'shop' });
  MeshService.adopt(chart, 'orders', { port: 8080 }).traffic.retry({ attempts: 2, backoff: Duration.millis(100) });
  return chart;
}

test('a field is rendered for the release that brought it', () => {
  expect(specOf(chartFor(IstioRelease.V1_26), 'VirtualService').http[0].retries.backoff).toBe('100ms');
});

test('fails on a field that came with a later release, and names that, wherever it stands', () => {
  const chart = chartFor(IstioRelease.V1_25);
  const problem = 'shop/orders/rules: http["default"].retries.backoff of VirtualService came with Istio 1.26, but the mesh is Istio 1.25. Leave it out, or use Istio.mesh({ release: IstioRelease.V1_26 }).';
  expect(() => chart.toJson()).toThrow(new Error(`Validation failed with the following errors:\n  [shop/orders/rules] ${problem}`));
  expect(() => ApiObject.of(chart.node.findChild('orders').node.findChild('rules').node.findChild('Default')).toJson() as unknown).toThrow(problem);
});

test('names every place of it, and writes no chart before it has looked at all of them', () => {
  const app = new App({ outdir: folder.path });
  Istio.mesh({ release: IstioRelease.V1_25 }).applyTo(app);
  webIn(new Chart(app, 'first', { namespace: 'shop' }));
  const { traffic } = MeshService.adopt(new Chart(app, 'second', { namespace: 'shop' }), 'orders', { port: 8080 });
  traffic.retry({ attempts: 2, backoff: Duration.millis(100) });
  traffic.route('reads', Match.method(HttpMethod.GET), MeshService.fromHost('reads.shop.svc.cluster.local', 80));
  expect(() => app.synth()).toThrow('[second/orders/rules] second/orders/rules: http["reads"].retries.backoff, http["default"].retries.backoff of VirtualService came with');
  expect(contentsOf(folder.path)).toEqual({});
});
