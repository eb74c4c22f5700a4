import { JsonPatch } from 'cdk8s';
import { AppProtocol, ExternalService, MeshService } from '../../lib';
import { objectsOf, shopChart, specOf, webIn } from '../support/shop-chart';

test('each object behind a service is at hand, and a patch of it holds for what is said later', () => {
  const chart = shopChart();
  const web = webIn(chart);
  expect([web.objects.account, web.objects.service].map(({ kind, name }) => [kind, name])).toEqual([['ServiceAccount', 'web'], ['Service', 'web']]);
  web.objects.rules.addJsonPatch(JsonPatch.add('/spec/exportTo', ['.']));
  web.objects.policy.addJsonPatch(JsonPatch.add('/spec/exportTo', ['.']));
  web.traffic.sendTo(web.version('v1'));
  expect([specOf(chart, 'VirtualService'), specOf(chart, 'DestinationRule')].map(({ exportTo }) => exportTo)).toEqual([['.'], ['.']]);
});

test('objects come with their first use, in the order in which they are applied', () => {
  const chart = shopChart();
  const web = webIn(chart);
  expect(objectsOf(chart, 'VirtualService')).toEqual([]);
  [web.objects.rules, web.objects.policy].forEach(object => expect(object.node.path).toContain('shop/web'));
  expect((chart.toJson()).map(({ kind }) => kind)).toEqual(['ServiceAccount', 'Service', 'Deployment', 'DestinationRule', 'VirtualService']);
});

test('what makes a host outside known is its service', () => {
  expect(new ExternalService(shopChart(), 'pay', { host: 'pay.example.com', port: 80 }).objects.service.kind).toBe('ServiceEntry');
});

test('fails on what somebody else renders', () => {
  const { objects } = MeshService.adopt(shopChart(), 'orders', { port: 8080 });
  expect(() => objects.service).toThrow(new Error('shop/orders: renders no Service, because it is rendered elsewhere. Change it there.'));
  expect(() => objects.account).toThrow(new Error('shop/orders: renders no ServiceAccount, because it is rendered elsewhere. Change it there.'));
});

test('fails on asking for what would say nothing, since the mesh refuses it', () => {
  const { objects } = webIn(shopChart(), { port: 53, protocol: AppProtocol.UDP });
  const problem = new Error('shop/web: speaks UDP, which bypasses the mesh. Traffic rules have no effect there.');
  expect(() => objects.rules).toThrow(problem);
  expect(() => objects.policy).toThrow(problem);
  expect(() => objects.service).not.toThrow();
});
