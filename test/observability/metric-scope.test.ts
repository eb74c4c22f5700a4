import { MeshService, MetricScope } from '../../lib';
import { shopChart } from '../support/shop-chart';

test.each<[string, () => unknown, string]>([
  ['no namespace', () => MetricScope.inNamespace('Shop'), 'MetricScope.inNamespace("Shop"): "Shop" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
  ['no service', () => MetricScope.serviceNamed('shop', 'w"eb'), 'MetricScope.serviceNamed("shop", "w"eb"): "w"eb" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
  ['no workload', () => MetricScope.workload('shop', ''), 'MetricScope.workload("shop", ""): "" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
  ['no caller', () => MetricScope.callsOf('', 'web'), 'MetricScope.callsOf("", "web"): "" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.'],
])('%s: an error', (_, make, message) => {
  expect(make).toThrow(message);
});

test('a version whose pods do not say so cannot be asked for', () => {
  const web = MeshService.adopt(shopChart(), 'web', { port: 8080, podLabels: { app: 'web' } });
  web.addVersion('v2', { track: 'canary' });
  expect(() => MetricScope.version(web, 'v2')).toThrow('shop/web, version "v2": its pods have no label "version", which the mesh uses in metrics. Add it to the labels of the version.');
});
