import { meshQueriesCheck } from '../../../../lib/inspect/checks/mesh/mesh-queries';
import { kube } from '../../../support/kube';
import { ruleCases } from '../../../support/rule-cases';

const alert = (query: string): string => kube('PrometheusRule shop/orders', `{groups: [{name: orders, rules: [{alert: errors, expr: '${query}'}]}]}`);
const twice = (metric: string): string => `the proxies of both sides report ${metric}, so each request between two proxies is counted twice`;
const dashboard = (place: string, query: string): string => JSON.stringify({
  apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'orders', namespace: 'shop' },
  data: { [place]: JSON.stringify({ panels: [{ panels: [{ targets: [{ expr: query }] }] }] }) },
});
const at = 'warning spec.groups[0].rules[0].expr:';

ruleCases(meshQueriesCheck, [
  ['requests of both reporters', alert('sum(rate(istio_requests_total[5m]))'), [`${at} ${twice('istio_requests_total')}`]],
  ['times of both reporters', alert('histogram_quantile(0.99, sum(rate(istio_request_duration_milliseconds_bucket[5m])) by (le, destination_service_name))'), [
    `${at} ${twice('istio_request_duration_milliseconds_bucket')}`,
  ]],
  ['a label that no series has', alert('sum(istio_tcp_connections_opened_total{security_policy="mutual_tls"})'), [
    `${at} istio_tcp_connections_opened_total has no label security_policy, so the query returns nothing`,
  ]],
  ['one code as success', alert('sum(rate(istio_requests_total{reporter="source", response_code="200"}[5m]))'), [
    `${at} response_code="200" excludes other successful responses, such as 201, 204 and redirects`,
  ]],
  ['requests of both directions', alert('sum(rate(response_total{classification="success"}[5m])) / sum(rate(response_total[5m]))'), [`${at} ${twice('response_total')}`]],
  ['callees in series that have none', alert('sum(rate(response_total{direction="inbound"}[5m])) by (dst_service)'), [
    `${at} only the outbound series of response_total have a label dst_service`,
  ]],
  ['a query of Flagger', kube('MetricTemplate shop/errors', '{query: \'sum(rate(istio_requests_total{destination_workload="{{ target }}"}[{{ interval }}]))\'}'), [
    `warning spec.query: ${twice('istio_requests_total')}`,
  ]],
  ['a panel of Grafana', dashboard('orders.json', 'sum(istio_requests_total)'), [`warning data["orders.json"]: ${twice('istio_requests_total')}`]],
], [
  ['one reporter', alert('sum(rate(istio_requests_total{reporter="destination", response_code!~"5.."}[5m]))')],
  ['the reporter of a waypoint', alert('sum(rate(istio_requests_total{reporter=~"waypoint"}[5m]))')],
  ['reporters kept apart', alert('sum by (reporter) (rate(istio_requests_total[5m]))')],
  ['reporters that are not given up', alert('sum without (pod) (rate(istio_requests_total[5m]))')],
  ['directions kept apart', alert('sum(rate(response_total[5m])) by (direction)')],
  ['callees of callers', alert('sum(rate(response_total{direction="outbound"}[5m])) by (dst_service)')],
  ['a grouping that a variable says', dashboard('orders.json', 'sum by ($grouping) (istio_requests_total)')],
  ['series of the application', alert('sum(http_requests_total{response_code="200"})')],
  ['what is no query', alert('sum(istio_requests_total')],
  ['a dashboard that is no JSON', '{apiVersion: v1, kind: ConfigMap, metadata: {name: a, namespace: shop}, data: {a.json: "{\\"panels\\""}}'],
]);
