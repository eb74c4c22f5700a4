import { SidecarMonitor } from '../../lib';
import { objectsOf } from '../support/shop-chart';
import { stackChart } from '../support/stack-chart';

function relabelingsOf(): any[] {
  const chart = stackChart();
  new SidecarMonitor(chart, 'monitor');
  return objectsOf(chart, 'PodMonitor')[0].spec.podMetricsEndpoints[0].relabelings;
}

test('[F072] proxies of all namespaces are asked at /stats/prometheus every 15 seconds', () => {
  const chart = stackChart();
  new SidecarMonitor(chart, 'monitor', { labels: { release: 'prometheus' } });
  const [{ metadata, spec: { podMetricsEndpoints: [{ relabelings: _, ...endpoint }], ...spec } }] = objectsOf(chart, 'PodMonitor');
  expect(metadata).toEqual({ name: 'envoy-stats', namespace: 'observability', labels: { release: 'prometheus' } });
  expect(spec).toEqual({
    namespaceSelector: { any: true },
    selector: { matchExpressions: [{ key: 'istio-prometheus-ignore', operator: 'DoesNotExist' }] },
  });
  expect(endpoint).toEqual({ path: '/stats/prometheus', interval: '15s' });
});

test('[F072] only the container of the proxy is asked, and only where the annotation of the pod says so', () => {
  expect(relabelingsOf().filter(({ action }) => action === 'keep')).toEqual([
    { action: 'keep', sourceLabels: ['__meta_kubernetes_pod_container_name'], regex: 'istio-proxy' },
    { action: 'keep', sourceLabels: ['__meta_kubernetes_pod_annotation_prometheus_io_scrape'], regex: 'true' },
  ]);
});

test.each([
  ['10.0.3.17', '10.0.3.17:15020'],
  ['fd00:10:244::5', '[fd00:10:244::5]:15020'],
  ['fd00::', '[fd00::]:15020'],
])('[F072] the pod %s is asked at %s', (ip, address) => {
  const asked = relabelingsOf().filter(({ targetLabel }) => targetLabel === '__address__')
    .map(({ regex, replacement }) => [new RegExp(`^(?:${regex})$`), replacement] as const)
    .flatMap(([regex, replacement]) => regex.test(`15020;${ip}`) ? [`15020;${ip}`.replace(regex, replacement)] : []);
  expect(asked).toEqual([address]);
});
