import { Chart, Duration } from 'cdk8s';
import { InboundEndpoint, Linkerd, MeshApp, MeshJob, MeshPlatform, MeshService, PodSecurity } from '../../../lib';
import { edgeChart, edgeIn, objectsIn } from '../../support/edge-chart';
import { objectsOf, webIn } from '../../support/shop-chart';

const ANNOTATIONS = 'Set it in annotations of Linkerd, such as config.linkerd.io/proxy-cpu-request: version.deployment.podMetadata.addAnnotation.';
const ROUTES = 'Use an HTTPRoute of the generated constructs, or Istio.mesh().';

function linkerdApp(): MeshApp {
  return new MeshApp({ mesh: Linkerd.mesh() });
}

function linkerdShop(): Chart {
  return new Chart(linkerdApp(), 'shop', { namespace: 'shop' });
}

test('[F003] the template of pods is annotated, and the Deployment is not', () => {
  const chart = linkerdShop();
  webIn(chart);
  const [{ metadata, spec }] = objectsOf(chart, 'Deployment');
  expect(spec.template.metadata).toEqual({
    annotations: { 'linkerd.io/inject': 'enabled' },
    labels: { 'app': 'web', 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/version': 'v1', 'version': 'v1' },
  });
  expect(metadata).toEqual({ name: 'web-v1', namespace: 'shop', labels: { app: 'web', version: 'v1' } });
});

test('[F003] namespaces are annotated', () => {
  const platform = new MeshPlatform(linkerdApp(), 'platform');
  platform.addNamespace('shop');
  platform.addNamespace('legacy', { inMesh: false });
  expect(objectsIn(platform).map(({ metadata }) => metadata)).toEqual([
    { name: 'shop', annotations: { 'linkerd.io/inject': 'enabled' } },
    { name: 'legacy', annotations: { 'linkerd.io/inject': 'disabled' } },
  ]);
  expect(platform.installValues).toEqual({});
});

test('a namespace enforces what the pods pass', () => {
  const platform = new MeshPlatform(new MeshApp({ mesh: Linkerd.mesh({ cni: true }) }), 'platform');
  platform.addNamespace('shop', { enforce: PodSecurity.RESTRICTED });
  expect(objectsIn(platform)[0].metadata.labels).toEqual({ 'pod-security.kubernetes.io/enforce': 'restricted' });
  expect(() => new MeshPlatform(linkerdApp(), 'platform').addNamespace('shop', { enforce: PodSecurity.BASELINE })).toThrow(new Error(
    'platform/shop: pods get a container of Linkerd that sets up their network, with privileges that "baseline" forbids. Install linkerd-cni and use Linkerd.mesh({ cni: true }), or use warn instead of enforce.',
  ));
});

test('fails on all else by name', () => {
  const orders = MeshService.adopt(linkerdShop(), 'orders', { port: 8080 });
  expect(() => orders.traffic.timeout(Duration.seconds(3))).toThrow(new Error(`shop/orders/rules: what happens to requests cannot be rendered for Linkerd. ${ROUTES}`));
  expect(() => ['v1', 'v2'].map(version => orders.addVersion(version)))
    .toThrow(new Error(`shop/orders/policy: a second version of a service, and how connections to it are made, cannot be rendered for Linkerd. ${ROUTES}`));
  expect(() => edgeIn(edgeChart(linkerdApp())))
    .toThrow(new Error('edge/edge: a gateway cannot be rendered for Linkerd. Linkerd has none of its own: give any ingress a proxy by linkerd.io/inject, or use Istio.mesh().'));
  expect(() => webIn(linkerdShop(), { shutdownTime: Duration.seconds(15) }))
    .toThrow(new Error(`shop/web: shutdownTime of proxies cannot be rendered for Linkerd. ${ANNOTATIONS}`));
  expect(() => webIn(linkerdShop()).proxy.resources()).toThrow(new Error(`shop/web: resources of proxies cannot be rendered for Linkerd. ${ANNOTATIONS}`));
  expect(() => new MeshPlatform(linkerdApp(), 'platform').proxyDefaults({ skipJobs: true })).toThrow(new Error(
    'platform, proxyDefaults: what holds for all proxies cannot be rendered for Linkerd. Set it in the values of the Helm chart linkerd-control-plane, such as proxy.resources.',
  ));
});

test('[F003] [F119] pods and jobs can keep out of it, with time to shut down', () => {
  const chart = linkerdShop();
  webIn(chart, { inMesh: false, shutdownTime: Duration.seconds(15) });
  new MeshJob(chart, 'migrate', { image: 'registry.example.com/migrate:1', inMesh: false });
  expect(['Deployment', 'Job'].map(kind => objectsOf(chart, kind)[0].spec.template.metadata.annotations)).toEqual(Array(2).fill({ 'linkerd.io/inject': 'disabled' }));
});

test('[F116] [F119] fails on jobs whose proxy would end, and on where a proxy sends what comes in', () => {
  expect(() => new MeshJob(linkerdShop(), 'migrate', { image: 'registry.example.com/migrate:1', inMesh: true })).toThrow(new Error(
    'shop/migrate: a job whose proxy ends with it cannot be rendered for Linkerd. Keep it out of the mesh, inMesh: false, or use Istio.mesh().',
  ));
  expect(() => webIn(linkerdShop()).proxy.inbound(8080, InboundEndpoint.loopback(8080))).toThrow(new Error(
    'shop/web/proxies/Default: what proxies do with what comes in cannot be rendered for Linkerd. Let the containers listen at all addresses, or use Istio.mesh().',
  ));
});
