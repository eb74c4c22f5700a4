import { Chart, Duration } from 'cdk8s';
import { Caller, MeshService, MeshServiceMonitor, MutualTls, ScrapeOptions } from '../../lib';
import { objectsOf, shopChart, specOf, webIn } from '../support/shop-chart';
import { problemsIn } from '../support/stack-chart';

let chart: Chart;
let web: MeshService;
beforeEach(() => {
  chart = shopChart();
  web = webIn(chart, { morePorts: [{ name: 'http-metrics', port: 9102 }] });
});

function monitored(options: ScrapeOptions = { port: 9102 }): MeshServiceMonitor {
  return new MeshServiceMonitor(chart, 'monitor', { service: web, ...options });
}

function openMetrics(): void {
  web.access.mutualTls(MutualTls.PERMISSIVE, 9102);
  web.access.allowFrom(Caller.anyone(), { ports: [9102] });
}

test('[F073] the port of the ServiceMonitor is one of the Service, taken from it', () => {
  openMetrics();
  monitored();
  expect(objectsOf(chart, 'ServiceMonitor')).toEqual([{
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'ServiceMonitor',
    metadata: { name: 'web-http-metrics', namespace: 'shop' },
    spec: {
      namespaceSelector: { matchNames: ['shop'] },
      selector: { matchLabels: { app: 'web' } },
      endpoints: [{
        port: 'http-metrics', path: '/metrics', interval: '30s', relabelings: [{ action: 'keep', sourceLabels: ['__meta_kubernetes_service_name'], regex: 'web' }],
      }],
    },
  }]);
  const [{ metadata: { labels }, spec: { ports } }] = objectsOf(chart, 'Service');
  expect([labels, ports.map(({ name }: any) => name)]).toEqual([{ app: 'web' }, ['http', 'http-metrics']]);
  expect(problemsIn(chart)).toEqual([]);
});

test.each<[string, ScrapeOptions, string]>([
  ['a port that the Service has not', { port: 9999 }, 'shop/monitor: has no port 9999. Known ports: 8080, 9102. Use the port of the Service, not of its pods.'],
  ['a path that is none', { path: 'metrics' }, 'shop/monitor: "metrics" is not a path. Begin it with a slash, such as "/v1/traces".'],
  ['an interval that is none', { interval: Duration.millis(500) }, 'shop/monitor: interval cannot be 500 milliseconds. Use a whole number of seconds, at least one.'],
])('[F073] %s is refused', (_what, options, error) => {
  expect(() => monitored(options)).toThrow(new Error(error));
});

test('[F075] a port that takes mutual TLS alone is refused, with both repairs', () => {
  monitored();
  expect(problemsIn(chart)).toEqual(['shop/monitor: port 9102 of shop/web accepts only mutual TLS, which Prometheus does not have, so it would get nothing. Have the proxy serve the metrics, at its port 15020: serveMetrics({ port: 9102 }) of the service; or bypass the proxy for the port: proxy.capture({ excludeInboundPorts: [9102] }) and access.mutualTls(MutualTls.DISABLED, 9102).']);
});

test('[F075] a port where nobody is let in without a proof is refused', () => {
  web.access.mutualTls(MutualTls.PERMISSIVE, 9102);
  monitored();
  expect(problemsIn(chart)).toEqual(['shop/monitor: port 9102 of shop/web lets in only identified callers, which Prometheus is not. Call access.allowFrom(Caller.anyone(), { ports: [9102] }) on the service.']);
});

test('[F075] a port that goes past the proxy is asked as it is, and callers of the mesh speak plain text there', () => {
  web.proxy.capture({ excludeInboundPorts: [9102] });
  web.access.mutualTls(MutualTls.DISABLED, 9102);
  web.access.allowFrom(Caller.namespaces('shop'), { ports: [8080] });
  monitored();
  expect(problemsIn(chart)).toEqual([]);
  expect(specOf(chart, 'Deployment').template.metadata.annotations['traffic.sidecar.istio.io/excludeInboundPorts']).toBe('9102');
  expect(specOf(chart, 'PeerAuthentication').portLevelMtls).toEqual({ 9102: { mode: 'DISABLE' } });
});

test('[F075] what is said later counts, and pods without a proxy are asked as they are', () => {
  monitored();
  openMetrics();
  const outside = new MeshService(chart, 'outside', { image: 'registry.example.com/web:1.4.2', port: 8080, inMesh: false });
  new MeshServiceMonitor(chart, 'other', { service: outside });
  expect(problemsIn(chart)).toEqual([]);
});

test('what is no deployed service is refused', () => {
  const adopted = MeshService.adopt(chart, 'adopted', { port: 8080 });
  expect(() => new MeshServiceMonitor(chart, 'monitor', { service: adopted as any })).toThrow(/^shop\/monitor: .* is not a valid deployed service\. Check the import or the variable\.$/);
});
