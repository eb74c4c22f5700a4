import { Chart } from 'cdk8s';
import { Match, MeshService } from '../../lib';
import { objectsOf, shopChart, specOf } from '../support/shop-chart';

let chart: Chart;
beforeEach(() => {
  chart = shopChart();
});

test('of a service that somebody else deploys nothing is rendered before something is said', () => {
  MeshService.adopt(chart, 'orders', { port: 8080 });
  expect(chart.toJson()).toEqual([]);
});

test('routes find its versions by labels, and no pods are rendered', () => {
  const orders = MeshService.adopt(chart, 'orders', { port: 8080, serviceName: 'orders-api' });
  orders.addVersion('v1');
  const canary = orders.addVersion('v2', { 'helm.sh/release': 'canary' });
  orders.traffic.route('testers', Match.header('x-canary', 'true'), canary);
  expect((chart.toJson()).map(({ kind }) => kind)).toEqual(['DestinationRule', 'VirtualService']);
  expect(specOf(chart, 'DestinationRule')).toEqual({
    host: 'orders-api.shop.svc.cluster.local',
    subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { 'helm.sh/release': 'canary' } }],
  });
  expect(objectsOf(chart, 'VirtualService')[0].spec.http.map(({ name, route }: any) => [name, route[0].destination.subset])).toEqual([['testers', 'v2'], ['default', 'v1']]);
});
