import { Chart, Testing } from 'cdk8s';
import { Istio, MeshApp } from '../../lib';
import { ProxyResources } from '../../lib/mesh/proxy-resources';
import { objectsOf, shopChart, specOf, WEB, webIn } from '../support/shop-chart';
import { refusals } from '../support/valid';

const SMALL = {
  'sidecar.istio.io/proxyCPU': '50m',
  'sidecar.istio.io/proxyCPULimit': '200m',
  'sidecar.istio.io/proxyMemory': '64Mi',
  'sidecar.istio.io/proxyMemoryLimit': '256Mi',
};

/** The service with two versions, one of them there before its proxies are tuned. */
function tunedIn(chart: Chart): void {
  const web = webIn(chart);
  web.proxy.resources(ProxyResources.SMALL);
  web.addVersion('v2', WEB);
  web.proxy.capture({ excludeInboundPorts: [9090], includeOutboundRanges: ['10.0.0.0/8'] });
}

test('[F113] [F114] the proxies of all versions are tuned by annotations of their pods, whenever they were added', () => {
  const chart = shopChart();
  tunedIn(chart);
  expect(objectsOf(chart, 'Deployment').map(({ metadata, spec }) => [metadata.annotations, spec.template.metadata.annotations])).toEqual(Array(2).fill([undefined, {
    ...SMALL,
    'traffic.sidecar.istio.io/excludeInboundPorts': '9090',
    'traffic.sidecar.istio.io/includeOutboundIPRanges': '10.0.0.0/8',
  }]));
});

test('what is said is not changed by changing the list that said it', () => {
  const chart = shopChart();
  const web = webIn(chart);
  const ports = [3306];
  web.proxy.capture({ excludeOutboundPorts: ports });
  ports.push(5432);
  web.addVersion('v2', WEB);
  expect(objectsOf(chart, 'Deployment').map(({ spec }) => spec.template.metadata.annotations['traffic.sidecar.istio.io/excludeOutboundPorts'])).toEqual(['3306', '3306']);
});

test('resources without more words are the standard ones', () => {
  const chart = shopChart();
  webIn(chart).proxy.resources();
  expect(specOf(chart, 'Deployment').template.metadata.annotations).toEqual({
    'sidecar.istio.io/proxyCPU': '100m',
    'sidecar.istio.io/proxyCPULimit': '500m',
    'sidecar.istio.io/proxyMemory': '128Mi',
    'sidecar.istio.io/proxyMemoryLimit': '512Mi',
  });
});

test('an API server takes tuned pods, and a stock App renders the same', () => {
  const [ours, stock] = [new MeshApp({ mesh: Istio.mesh() }), Testing.app()];
  Istio.mesh().applyTo(stock);
  const [chart, theirs] = [ours, stock].map(app => new Chart(app, 'shop', { namespace: 'shop' }));
  [chart, theirs].forEach(tunedIn);
  expect(refusals({ 'shop.yaml': ours.synthYaml() })).toEqual([]);
  expect(theirs.toJson()).toEqual(chart.toJson());
});

test('fails on what was said before', () => {
  const { proxy } = webIn(shopChart());
  proxy.resources();
  proxy.capture({ excludeOutboundPorts: [3306] });
  expect(() => proxy.resources(ProxyResources.LARGE)).toThrow(new Error('shop/web: resources was said before. Say it once, with all that it shall hold.'));
  expect(() => proxy.capture({ excludeOutboundPorts: [5432] })).toThrow(new Error('shop/web: capture was said before. Say it once, with all that it shall hold.'));
});

test('fails when the port at which containers listen would go past the proxy, which may be another than that of the Service', () => {
  const { proxy } = webIn(shopChart(), { port: 80, targetPort: 8080 });
  expect(() => proxy.capture({ excludeInboundPorts: [8080] })).toThrow(
    new Error('shop/web, capture: 8080 is a port of the service, at which nothing of the mesh would hold. Leave it out of excludeInboundPorts.'),
  );
  expect(() => proxy.capture({ excludeInboundPorts: [80] })).not.toThrow();
});
