import { AppProtocol, MeshService, Weight } from '../../lib';
import { objectsOf, shopChart, WEB, webIn } from '../support/shop-chart';

test('a version knows its name, its labels and its Deployment', () => {
  const v2 = webIn(shopChart()).addVersion('v2', WEB);
  expect([v2.name, v2.labels, v2.deployment?.name]).toEqual(['v2', { version: 'v2' }, 'web-v2']);
});

test('labels are a copy', () => {
  const { labels } = webIn(shopChart()).version('v1');
  labels.version = 'changed';
  expect(labels).not.toEqual(webIn(shopChart()).version('v1').labels);
});

test('the first use of a version tells versions apart', () => {
  const chart = shopChart();
  const web = webIn(chart);
  expect(objectsOf(chart, 'DestinationRule')).toEqual([]);
  web.traffic.sendTo(web.version('v1'));
  expect(objectsOf(chart, 'DestinationRule')).toHaveLength(1);
});

test('a version with its share is a part of a split', () => {
  const version = webIn(shopChart()).version('v1');
  const { target, weight } = version.weighted(Weight.percent(30));
  expect([target, weight.value]).toEqual([version, 30]);
});

test('fails on saying something of a version, or sending to it, where only UDP is spoken', () => {
  const chart = shopChart();
  const dns = new MeshService(chart, 'dns', { ...WEB, port: 53, protocol: AppProtocol.UDP });
  const problem = 'shop/dns: speaks UDP, which bypasses the mesh. Traffic rules have no effect there.';
  expect(() => dns.version('v1').policy.ejectOutliers()).toThrow(new Error(problem));
  expect(() => webIn(chart, { protocol: AppProtocol.TCP }).traffic.sendTo(dns.version('v1'))).toThrow(new Error(problem));
  expect([objectsOf(chart, 'DestinationRule'), objectsOf(chart, 'VirtualService')]).toEqual([[], []]);
});
