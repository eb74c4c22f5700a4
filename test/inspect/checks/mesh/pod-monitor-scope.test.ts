import { podMonitorScopeCheck } from '../../../../lib/inspect/checks/mesh/pod-monitor-scope';
import { deployment, kube, together } from '../../../support/kube';
import { ruleCases, undecidedBy } from '../../../support/rule-cases';

const monitor = (place: string, spec: string, endpoint: string): string => kube(`PodMonitor ${place}`, `{selector: {}, ${spec}podMetricsEndpoints: [{${endpoint}}]}`);
const kept = 'path: /stats/prometheus, relabelings: [{action: keep, sourceLabels: [__meta_kubernetes_pod_container_name], regex: istio-proxy}]';
const alone = 'it looks for proxies only in istio-system, where no workload has one';

ruleCases(podMonitorScopeCheck, [
  ['one that looks at the control plane alone', monitor('istio-system/proxies', '', kept), [`error spec: ${alone}`]],
  ['one that names the control plane alone', monitor('istio-system/proxies', 'namespaceSelector: {matchNames: [istio-system]}, ', kept), [
    `error spec.namespaceSelector: ${alone}`,
  ]],
  ['one that names a namespace whose pods have no proxy', together(
    monitor('metrics/proxies', 'namespaceSelector: {matchNames: [shop]}, ', kept), deployment('shop/orders', { labels: 'sidecar.istio.io/inject: "false"' }),
  ), ['error spec.namespaceSelector: it looks for proxies only in shop, where no workload has one']],
  ['one that asks every port', monitor('istio-system/proxies', 'namespaceSelector: {any: true}, ', 'path: /stats/prometheus'), [
    'warning spec.podMetricsEndpoints[0]: it names no port and filters no container by name, so it scrapes proxy metrics from every declared port of the pods',
  ]],
], [
  ['one that looks everywhere', monitor('istio-system/proxies', 'namespaceSelector: {any: true}, ', kept)],
  ['one whose own namespace has proxies, or may have them', together(monitor('shop/proxies', '', kept), deployment('shop/orders'))],
  ['one that names a namespace with proxies', together(monitor('metrics/proxies', 'namespaceSelector: {matchNames: [shop]}, ', kept), deployment('shop/orders'))],
  ['one that names a port', monitor('istio-system/proxies', 'namespaceSelector: {any: true}, ', 'path: /stats/prometheus, port: http-envoy-prom')],
  ['one that is not about proxies', monitor('istio-system/app', '', 'path: /metrics')],
]);

test('does not judge a namespace of which the input shows nothing', () => {
  expect(undecidedBy(podMonitorScopeCheck, monitor('metrics/proxies', 'namespaceSelector: {matchNames: [shop]}, ', kept))).toEqual(['namespace shop']);
});
