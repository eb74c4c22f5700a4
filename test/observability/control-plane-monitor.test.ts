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
      selector: { matchLabels: { istio: 'pilot' }, matchExpressions: [{ key: 'istio.io/tag', operator: 'DoesNotExist' }] },
      targetLabels: ['app'],
      endpoints: [{ port: 'http-monitoring', interval: '15s', relabelings: [{ action: 'replace', targetLabel: 'job', replacement: 'istiod' }] }],
    },
  }]);
});

test('[F071] a Service that Istio makes for a tag of a revision leads to the same pods, and is not asked', () => {
  const chart = stackChart();
  new ControlPlaneMonitor(chart, 'monitor');
  const [{ spec: { selector: { matchLabels, matchExpressions } } }] = objectsOf(chart, 'ServiceMonitor');
  const services: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'istiod': { 'app': 'istiod', 'istio': 'pilot', 'istio.io/rev': 'default' },
    'istiod-1-30': { 'app': 'istiod', 'istio': 'pilot', 'istio.io/rev': '1-30' },
    'istiod-revision-tag-prod': { 'app': 'istiod', 'istio': 'pilot', 'istio.io/rev': '1-30', 'istio.io/tag': 'prod' },
  };
  const asked = Object.entries(services).filter(([, labels]) => (
    Object.entries(matchLabels).every(([name, value]) => labels[name] === value) && matchExpressions.every(({ key }: any) => !(key in labels))
  ));
  expect(asked.map(([name]) => name)).toEqual(['istiod', 'istiod-1-30']);
});

test('a second one of a namespace is refused, with both paths', () => {
  const chart = stackChart();
  new ControlPlaneMonitor(chart, 'one');
  expect(() => new ControlPlaneMonitor(chart, 'two')).toThrow(
    new Error('stack/two: "stack/one" has the ServiceMonitor "istiod" in the namespace "observability" already, and one would replace the other. One is enough; or lay them into different namespaces.'),
  );
});
