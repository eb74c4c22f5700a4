import { DashboardVariable, MetricScope, ProxyQueries } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';

const runs = promtoolTest();

runs('pods of a workload are those of it alone, whatever it is', () => {
  const memory = (pod: string, container = 'istio-proxy'): string => `container_memory_working_set_bytes{namespace="shop",pod="${pod}",container="${container}"}`;
  const own = ['web-7d4b9c6f5-x2x4z', 'web-0', 'web-x2x4z'];
  const others = [memory('web-admin-7d4b9c6f5-x2x4z'), memory('web-admin-0'), memory('web-admin-x2x4z'), memory('web-7d4b9c6f5-x2x4z', 'web')];
  const world = Object.fromEntries([...own.map(pod => memory(pod)), ...others].map(series => [series, '64x60']));
  expect(resultsDiffer(world, [
    [ProxyQueries.memory({ scope: MetricScope.workload('shop', 'web') }), Object.fromEntries(own.map(pod => [`{namespace="shop",pod="${pod}"}`, 64]))],
    [ProxyQueries.memory({ scope: MetricScope.inNamespace('other') }), {}],
  ])).toBe('');
});

runs('live proxies and busy processors are counted', () => {
  const world = { 'envoy_server_live{pod="web-0"}': '1x60', 'envoy_server_live{pod="web-1"}': '0x60', 'container_cpu_usage_seconds_total{namespace="shop",pod="web-0",container="istio-proxy"}': '0+6x60' };
  expect(resultsDiffer(world, [[ProxyQueries.live(), { '{}': 1 }], [ProxyQueries.cpu(), { '{namespace="shop",pod="web-0"}': 0.1 }]])).toBe('');
});

test('a reader chooses the workload', () => {
  expect(ProxyQueries.live({ scope: MetricScope.chosen([DashboardVariable.NAMESPACE, DashboardVariable.WORKLOAD]) }).text)
    .toBe('sum(envoy_server_live{namespace=~"$namespace",pod=~"${workload}-([0-9]+|([b-df-hj-np-tv-xz0-9]+-)?[b-df-hj-np-tv-xz0-9]{5})"})');
});

test('a service has no pods by name: an error', () => {
  expect(() => ProxyQueries.cpu({ scope: MetricScope.serviceNamed('shop', 'web') }))
    .toThrow('query proxy-cpu: there are no metrics of proxies by service. Use a workload or a namespace: MetricScope.workload, MetricScope.inNamespace.');
});
