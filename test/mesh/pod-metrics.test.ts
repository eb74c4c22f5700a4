import { Chart } from 'cdk8s';
import { MeshService, PodMetrics } from '../../lib';
import { objectsOf, shopChart, WEB, webIn } from '../support/shop-chart';

let chart: Chart;
let web: MeshService;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart, { targetPort: 8081 });
});

function annotations(): any[] {
  return objectsOf(chart, 'Deployment').map(({ spec }) => Object.entries(spec.template.metadata.annotations ?? {}).filter(([name]) => name.startsWith('prometheus.io/')));
}

test('[F074] pods of all versions, also of later ones, say where they serve metrics', () => {
  web.serveMetrics({ port: 8888 });
  web.addVersion('v2', WEB);
  const said = [['prometheus.io/path', '/metrics'], ['prometheus.io/port', '8888'], ['prometheus.io/scrape', 'true']];
  expect(annotations().map(pairs => [...pairs].sort())).toEqual([said, said]);
});

test('without more words it is the port at which the containers listen', () => {
  web.serveMetrics({ path: '/actuator/prometheus' });
  expect(annotations()[0]).toEqual(expect.arrayContaining([['prometheus.io/port', '8081'], ['prometheus.io/path', '/actuator/prometheus']]));
});

test.each<[string, PodMetrics, string]>([
  ['a port', { port: 0 }, 'shop/web, serveMetrics: 0 is not a valid port. Use a whole number from 1 to 65535.'],
  ['a path', { path: 'metrics' }, 'shop/web, serveMetrics: "metrics" is not a path. Begin it with a slash, such as "/v1/traces".'],
])('%s that is none is refused', (_what, metrics, error) => {
  expect(() => web.serveMetrics(metrics)).toThrow(new Error(error));
});

test('it is said once', () => {
  web.serveMetrics();
  expect(() => web.serveMetrics()).toThrow(new Error('shop/web, serveMetrics: is already set, and a pod has one metrics endpoint. Set it once.'));
});
