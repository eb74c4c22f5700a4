import { Duration } from 'cdk8s';
import { ControlPlaneQueries, MetricScope } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';

const runs = promtoolTest();

test('every question has a name, a unit, and a text', () => {
  const queries = [
    ControlPlaneQueries.connectedProxies(), ControlPlaneQueries.pushes(), ControlPlaneQueries.pushErrors(), ControlPlaneQueries.convergenceP99(),
    ControlPlaneQueries.conflicts(), ControlPlaneQueries.cpu(), ControlPlaneQueries.memory(),
  ];
  expect(queries.map(({ name, unit, text }) => [name, unit, text])).toEqual([
    ['connected-proxies', 'short', 'sum(pilot_xds)'],
    ['pushes', 'cps', 'sum(rate(pilot_xds_pushes[5m])) by (type)'],
    ['push-errors', 'cps', 'sum(rate(pilot_total_xds_rejects[5m]) or rate(pilot_total_xds_internal_errors[5m]))'],
    ['convergence-p99', 'ms', 'histogram_quantile(0.99, sum(rate(pilot_proxy_convergence_time_bucket[5m])) by (le)) * 1000'],
    ['conflicts', 'short', 'sum({__name__=~"pilot_conflict_.+"})'],
    ['control-plane-cpu', 'none', 'sum(rate(container_cpu_usage_seconds_total{container="discovery",pod=~"istiod-.*"}[5m])) by (pod)'],
    ['control-plane-memory', 'bytes', 'sum(container_memory_working_set_bytes{container="discovery",pod=~"istiod-.*"}) by (pod)'],
  ]);
});

test('counts over another time, or what fits a picture', () => {
  expect([ControlPlaneQueries.pushes({ window: Duration.hours(1) }).text, ControlPlaneQueries.pushes({ scope: MetricScope.chosen() }).text]).toEqual([
    'sum(rate(pilot_xds_pushes[1h])) by (type)', 'sum(rate(pilot_xds_pushes[$__rate_interval])) by (type)',
  ]);
});

runs('the result is what happened', () => {
  const world = {
    'pilot_xds{pod="istiod-1"}': '3x60',
    'pilot_xds{pod="istiod-2"}': '4x60',
    'pilot_total_xds_rejects{type="cds"}': '0+60x60',
    'pilot_total_xds_internal_errors': '0+30x60',
    'pilot_proxy_convergence_time_bucket{le="0.1"}': '0+10x60',
    'pilot_proxy_convergence_time_bucket{le="+Inf"}': '0+10x60',
    'pilot_conflict_inbound_listener': '1x60',
    'pilot_conflict_outbound_listener_tcp_over_current_tcp': '2x60',
    'container_cpu_usage_seconds_total{container="discovery",pod="istiod-1"}': '0+30x60',
    'container_cpu_usage_seconds_total{container="istio-proxy",pod="web-1"}': '0+30x60',
  };
  expect(resultsDiffer(world, [
    [ControlPlaneQueries.connectedProxies(), { '{}': 7 }],
    [ControlPlaneQueries.pushErrors(), { '{}': 1.5 }],
    [ControlPlaneQueries.convergenceP99(), { '{}': 99 }],
    [ControlPlaneQueries.conflicts(), { '{}': 3 }],
    [ControlPlaneQueries.cpu(), { '{pod="istiod-1"}': 0.5 }],
  ])).toBe('');
});

test('a part of the mesh is nothing that the control plane could be asked for: an error', () => {
  expect(() => ControlPlaneQueries.cpu({ scope: MetricScope.inNamespace('shop') }))
    .toThrow('query control-plane-cpu: the control plane has no scope. Leave it out; in a dashboard, use MetricScope.chosen() without variables.');
});
