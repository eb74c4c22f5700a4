import { Chart, Testing } from 'cdk8s';
import { AppProtocol, InboundEndpoint, Istio, MeshApp, ProxyVolume } from '../../lib';
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
  expect(() => proxy.resources(ProxyResources.LARGE)).toThrow(new Error('shop/web: resources is already set. Set it once, with all its options.'));
  expect(() => proxy.capture({ excludeOutboundPorts: [5432] })).toThrow(new Error('shop/web: capture is already set. Set it once, with all its options.'));
});

test('fails when the main port at which containers listen would go past the proxy, which may be another than that of the Service', () => {
  const { proxy } = webIn(shopChart(), { port: 80, targetPort: 8080 });
  expect(() => proxy.capture({ excludeInboundPorts: [8080] })).toThrow(
    new Error('shop/web, capture: 8080 is the main port of the service, where the mesh would have no effect. Remove it from excludeInboundPorts.'),
  );
  expect(() => proxy.capture({ excludeInboundPorts: [80] })).not.toThrow();
});

test('[F116] where containers listen is said by one Sidecar for all versions, with all ports, before the rules', () => {
  const chart = shopChart();
  const web = webIn(chart, { port: 80, targetPort: 8080, morePorts: [{ port: 9090, protocol: AppProtocol.GRPC }] });
  web.addVersion('v2', WEB);
  web.proxy.inbound(8080, InboundEndpoint.loopback(3000));
  expect((chart.toJson()).map(({ kind }) => kind).slice(-3)).toEqual(['DestinationRule', 'Sidecar', 'VirtualService']);
  expect(objectsOf(chart, 'Sidecar')).toEqual([{
    apiVersion: 'networking.istio.io/v1',
    kind: 'Sidecar',
    metadata: { name: 'web', namespace: 'shop' },
    spec: {
      workloadSelector: { labels: { app: 'web' } },
      ingress: [
        { port: { number: 8080, name: 'http', protocol: 'HTTP' }, defaultEndpoint: '127.0.0.1:3000' },
        { port: { number: 9090, name: 'grpc', protocol: 'GRPC' } },
      ],
    },
  }]);
  expect(() => web.proxy.inbound(8080, InboundEndpoint.podAddress(8080))).toThrow(new Error('shop/web, inbound: the listener of port 8080 is already set. Set it once.'));
});

test('[F117] volumes of proxies are those of all versions, and come one by one', () => {
  const chart = shopChart();
  const web = webIn(chart);
  web.proxy.mountVolume('ca', ProxyVolume.configMap('billing', '/etc/ca'));
  web.addVersion('v2', WEB);
  web.proxy.mountVolume('client', ProxyVolume.secret('billing-client', '/etc/client'));
  expect(objectsOf(chart, 'Deployment').map(({ spec }) => spec.template.metadata.annotations)).toEqual(Array(2).fill({
    'sidecar.istio.io/userVolume': '{"ca":{"configMap":{"name":"billing"}},"client":{"secret":{"secretName":"billing-client"}}}',
    'sidecar.istio.io/userVolumeMount': '{"ca":{"mountPath":"/etc/ca","readOnly":true},"client":{"mountPath":"/etc/client","readOnly":true}}',
  }));
  expect(() => web.proxy.mountVolume('istio-envoy', ProxyVolume.secret('more', '/etc/more'))).toThrow(/^shop\/web, mountVolume: "istio-envoy" may be a volume that Istio itself needs\./);
});

test('an API server takes a Sidecar', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  webIn(new Chart(app, 'shop', { namespace: 'shop' })).proxy.inbound(8080, InboundEndpoint.podAddress(8080));
  expect(refusals({ 'shop.yaml': app.synthYaml() })).toEqual([]);
});
