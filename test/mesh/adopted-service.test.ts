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
  const canary = orders.addVersion('v2', { 'version': 'v2-rc', 'helm.sh/release': 'canary' });
  orders.traffic.route('testers', Match.header('x-canary', 'true'), canary);
  expect((chart.toJson()).map(({ kind }) => kind)).toEqual(['DestinationRule', 'VirtualService']);
  expect(specOf(chart, 'DestinationRule')).toEqual({
    host: 'orders-api.shop.svc.cluster.local',
    subsets: [{ name: 'v1', labels: { version: 'v1' } }, { name: 'v2', labels: { 'version': 'v2-rc', 'helm.sh/release': 'canary' } }],
  });
  expect(objectsOf(chart, 'VirtualService')[0].spec.http.map(({ name, route }: any) => [name, route[0].destination.subset])).toEqual([['testers', 'v2'], ['default', 'v1']]);
});

test.each<[{ [name: string]: string }, string]>([
  [{ release: 'canary' }, 'shop/orders: a pod could belong to both version "v2" and "v1", because no label tells them apart. Set labels that differ, such as { version: "v2" }.'],
  [{}, 'shop/orders, version "v2": no labels given, so every pod would match. Set at least one, such as { app: "web" }.'],
  [{ 'a b': 'c' }, 'shop/orders, version "v2": "a b: c" is not a valid label. Use letters, digits and inner "-", "_" and ".", at most 63 characters each; a name may have a domain and "/" in front.'],
])('[F104] fails on a version whose pods could be those of another: %j', (labels, message) => {
  const orders = MeshService.adopt(chart, 'orders', { port: 8080 });
  orders.addVersion('v1');
  expect(() => orders.addVersion('v2', labels)).toThrow(new Error(message));
});
