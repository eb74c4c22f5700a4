import { ApiObject, Chart } from 'cdk8s';
import { GatewayApi, Istio, Match, MeshApp, PathMatch, Percent } from '../../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn } from '../../support/edge-chart';
import { webIn } from '../../support/shop-chart';

test('[F036] what an HTTPRoute cannot say is told of all routes, before anything is rendered', () => {
  const app = edgeApp();
  const edge = edgeChart(app);
  const web = webIn(new Chart(app, 'shop', { namespace: 'shop' }));
  web.exposeVia(edgeIn(edge, { api: GatewayApi.KUBERNETES }), { hostname: 'shop.example.com', faults: true });
  web.traffic.respond('gone', Match.path(PathMatch.exact('/gone')), { status: 410 });
  web.traffic.injectFault('chaos', Match.header('x-chaos', 'true'), { abort: { percent: Percent.of(10), status: 503 } });
  const route = app.node.findAll().filter(ApiObject.isApiObject).find(({ kind, node }) => kind === 'HTTPRoute' && node.path.includes('shop.example.com'))!;
  const problems = route.node.scope!.node.validate();
  expect(problems).toEqual([
    expect.stringContaining('"web-chaos" must be tried before "web-gone"'),
    expect.stringContaining('rule "web-chaos-gone": responds with 410 itself, which an HTTPRoute'),
    expect.stringContaining('rule "web-chaos": injects faults, which an HTTPRoute'),
    expect.stringContaining('rule "web-gone": responds with 410 itself, which an HTTPRoute'),
  ]);
  expect(() => route.toJson() as unknown).toThrow(problems.join('\n'));
});

test('a revision has to know which gateways are its own, and hides no routes from others', () => {
  const edge = edgeChart(new MeshApp({ mesh: Istio.mesh({ revision: 'canary' }) }));
  webIn(edge).exposeVia(edgeIn(edge, { api: GatewayApi.KUBERNETES }), { hostname: 'shop.example.com' });
  const labels = (kind: string): unknown[] => objectsIn(edge).filter(object => object.kind === kind).map(({ metadata }) => metadata.labels);
  expect([labels('Gateway'), labels('HTTPRoute')]).toEqual([[{ 'istio.io/rev': 'canary' }], [undefined, undefined]]);
});
