import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../../../lib';
import { WEB } from '../../../support/shop-chart';

let app: MeshApp;
beforeEach(() => {
  app = new MeshApp({ mesh: Istio.mesh() });
});

test('[F020] [F034] fails when two services own one host, with both paths: each would render its objects', () => {
  new MeshService(new Chart(app, 'shop', { namespace: 'shop' }), 'web', { ...WEB, port: 8080 });
  const other = new Chart(app, 'other', { namespace: 'shop' });
  expect(() => MeshService.adopt(other, 'web', { port: 8080 })).toThrow(new Error(
    'other/web: "shop/web" already owns the host web.shop.svc.cluster.local, and its traffic is configured in one place. Do it there, or refer to the host with MeshService.fromHost.',
  ));
});

test('hosts of one name in two environments, or in two namespaces, have an owner each', () => {
  const charts = [...['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop', { namespace: 'shop' })), new Chart(app, 'billing', { namespace: 'billing' })];
  expect(charts.map(chart => MeshService.adopt(chart, 'web', { port: 8080 }).host))
    .toEqual(['web.shop.svc.cluster.local', 'web.shop.svc.cluster.local', 'web.billing.svc.cluster.local']);
});
