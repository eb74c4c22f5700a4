import { ControlPlaneMonitor } from '../../lib';
import { objectsOf } from '../support/shop-chart';
import { stackChart } from '../support/stack-chart';

test('[F071] istiod is asked at http-monitoring every 15 seconds, in the namespace of the control plane', () => {
  const chart = stackChart({ rootNamespace: 'istio-control' });
  new ControlPlaneMonitor(chart, 'monitor', { labels: { release: 'kube-prometheus-stack' } });
  expect(objectsOf(chart, 'ServiceMonitor')).toEqual([{
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'istiod', namespace: 'observability', labels: { release: 'kube-prometheus-stack' } },
    spec: {
      namespaceSelector: { matchNames: ['istio-control'] },
      selector: { matchLabels: { istio: 'pilot' } },
      targetLabels: ['app'],
      endpoints: [{ port: 'http-monitoring', interval: '15s', relabelings: [{ action: 'replace', targetLabel: 'job', replacement: 'istiod' }] }],
    },
  }]);
});

test('a second one of a namespace is refused, with both paths', () => {
  const chart = stackChart();
  new ControlPlaneMonitor(chart, 'one');
  expect(() => new ControlPlaneMonitor(chart, 'two')).toThrow(
    new Error('stack/two: "stack/one" has the ServiceMonitor "istiod" in the namespace "observability" already, and one would take the place of the other. One is enough; or lay them into different namespaces.'),
  );
});
