import { DashboardVariable, LinkerdQueries, MeshQuery, MetricGrouping, MetricScope, ObservedSide, QueryOptions } from '../../lib';
import { promtoolTest } from '../support/promtool';
import { resultsDiffer } from '../support/query-results';
import { shopChart, webIn } from '../support/shop-chart';

const runs = promtoolTest();

test('[F077] of success rate and P99 for Linkerd says a direction: that of the called, or of callers, who alone know the Service', () => {
  expect(LinkerdQueries.successRate().text).toBe('sum(rate(response_total{classification="success",direction="inbound"}[5m])) / (sum(rate(response_total{direction="inbound"}[5m])) > 0) * 100'
    + ' or (sum(rate(response_total{direction="inbound"}[5m])) > 0) * 0');
  expect(LinkerdQueries.latencyP99({ groupBy: [MetricGrouping.SERVICE] }).text).toBe('histogram_quantile(0.99, sum(rate(response_latency_ms_bucket{direction="outbound"}[5m])) by (le, dst_service, dst_namespace))');
});

test.each<[string, QueryOptions, string]>([
  ['a namespace', { scope: MetricScope.inNamespace('shop') }, 'direction="inbound",namespace="shop"'],
  ['a workload', { scope: MetricScope.workload('shop', 'web') }, 'direction="inbound",namespace="shop",deployment="web"'],
  ['a workload, as callers see it', { scope: MetricScope.workload('shop', 'web'), side: ObservedSide.CLIENT }, 'direction="outbound",dst_namespace="shop",dst_deployment="web"'],
  ['a service', { scope: MetricScope.serviceNamed('shop', 'web') }, 'direction="outbound",dst_namespace="shop",dst_service="web"'],
  ['what a workload asks for', { scope: MetricScope.callsOf('shop', 'web') }, 'direction="outbound",namespace="shop",deployment="web"'],
  ['what a reader chose', { scope: MetricScope.chosen([DashboardVariable.NAMESPACE]) }, 'direction="inbound",namespace=~"$namespace"'],
])('a question is of %s', (_, options, labels) => {
  expect(LinkerdQueries.requestRate(options).text.replace(/\[.*/, '')).toBe(`sum(rate(response_total{${labels}}`);
});

runs('the result is what happened', () => {
  const response = (direction: string, classification: string): string => `response_total{direction="${direction}",classification="${classification}",namespace="shop",deployment="web"}`;
  const world = { [response('inbound', 'success')]: '0+54x60', [response('inbound', 'failure')]: '0+6x60', [response('outbound', 'success')]: '0+600x60' };
  expect(resultsDiffer(world, [
    [LinkerdQueries.requestRate(), { '{}': 1 }],
    [LinkerdQueries.successRate(), { '{}': 90 }],
    [LinkerdQueries.successRate({ groupBy: [MetricGrouping.WORKLOAD] }), { '{deployment="web",namespace="shop"}': 90 }],
  ])).toBe('');
});

test.each<[string, () => MeshQuery, string]>([
  ['a version', () => LinkerdQueries.requestRate({ scope: MetricScope.version(webIn(shopChart()), 'v1') }), 'query request-rate of Linkerd: Linkerd has no metrics by version. Use the workload that is deployed for it: MetricScope.workload.'],
  ['a service, of the called', () => LinkerdQueries.requestRate({ scope: MetricScope.serviceNamed('shop', 'web'), side: ObservedSide.SERVER }), 'query request-rate of Linkerd: server proxies do not know the called service. Query client proxies: side: ObservedSide.CLIENT.'],
  ['waypoints', () => LinkerdQueries.requestRate({ waypoints: true }), 'query request-rate of Linkerd: Linkerd has no waypoints. Leave out waypoints.'],
  ['groups that nobody knows', () => LinkerdQueries.requestRate({ groupBy: [MetricGrouping.VERSION] }), 'query request-rate of Linkerd: these proxies have no label "version". Known labels: namespace, workload, response-code. Group by one of these, or query the other side.'],
])('%s: an error', (_, make, message) => {
  expect(make).toThrow(message);
});
