import { Chart, Duration } from 'cdk8s';
import { DataPlaneMode, DelegatedRoutes, InboundEndpoint, Istio, LoadBalancing, MeshApp, MeshJob, MeshPlatform, MeshService, PathMatch, ProxyResources, ProxyVolume } from '../../../lib';
import { edgeChart, edgeIn, objectsIn } from '../../support/edge-chart';
import { specOf, webIn } from '../../support/shop-chart';

const WAYPOINT = 'The node proxies see only connections, not requests. Let a waypoint serve the service: new Waypoint(chart, "waypoint", { services: [...] }), or run sidecars: leave out DataPlaneMode.AMBIENT.';
const NO_PROXY = 'Such a pod has no proxy of its own. Leave it out, or run sidecars: leave out DataPlaneMode.AMBIENT.';

function ambientApp(): MeshApp {
  return new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }) });
}

function ambientShop(app = ambientApp()): Chart {
  return new Chart(app, 'shop', { namespace: 'shop' });
}

test('[F002] pods have the label of ambient mode, and nothing of sidecars', () => {
  const chart = ambientShop();
  webIn(chart, { shutdownTime: Duration.seconds(15) });
  const { metadata, spec } = specOf(chart, 'Deployment').template;
  expect(metadata).toEqual({
    labels: { 'app': 'web', 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/version': 'v1', 'istio.io/dataplane-mode': 'ambient', 'version': 'v1' },
  });
  expect(spec.terminationGracePeriodSeconds).toBe(30);
});

test('[F001] namespaces have the label of ambient mode, or keep out of it', () => {
  const platform = new MeshPlatform(ambientApp(), 'platform');
  platform.addNamespace('shop');
  platform.addNamespace('legacy', { inMesh: false });
  expect(objectsIn(platform).filter(({ kind }) => kind === 'Namespace').map(({ metadata }) => metadata)).toEqual([
    { name: 'shop', labels: { 'istio.io/dataplane-mode': 'ambient' } },
    { name: 'legacy', labels: { 'istio.io/dataplane-mode': 'none' } },
  ]);
  expect(platform.installValues).toEqual({ meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } }, profile: 'ambient' });
});

test('the mesh is as closed as ever', () => {
  const platform = new MeshPlatform(ambientApp(), 'platform');
  expect(objectsIn(platform).map(({ kind, metadata, spec }) => [kind, metadata, spec])).toEqual([
    ['PeerAuthentication', { name: 'default', namespace: 'istio-system' }, { mtls: { mode: 'STRICT' } }],
    ['AuthorizationPolicy', { name: 'allow-nothing', namespace: 'istio-system' }, {}],
  ]);
});

test('gateways are proxies as ever', () => {
  const app = ambientApp();
  const edge = edgeChart(app);
  webIn(ambientShop(app)).exposeVia(edgeIn(edge), { hostname: 'shop.example.com', path: PathMatch.below('/') });
  expect(objectsIn(edge).map(({ kind }) => kind)).toEqual(['Gateway', 'VirtualService', 'AuthorizationPolicy']);
});

test('fails on rules inside of the mesh before anything is rendered, which no proxy of a node would read', () => {
  const chart = ambientShop();
  MeshService.adopt(chart, 'orders', { port: 8080 }).traffic.timeout(Duration.seconds(3));
  expect(() => chart.toJson()).toThrow(`[shop/orders/rules] shop/orders/rules: what happens to requests inside of the mesh cannot be rendered for Istio 1.30 in ambient mode. ${WAYPOINT}`);
});

test('[F144] fails on versions, and on how connections are made, before anything is rendered', () => {
  const versioned = ambientShop();
  webIn(versioned).addVersion('v2', { image: 'registry.example.com/web:1.5.0' });
  expect(() => versioned.toJson()).toThrow(`shop/web/rules: what happens to requests inside of the mesh cannot be rendered for Istio 1.30 in ambient mode. ${WAYPOINT}`);
  const balanced = ambientShop();
  webIn(balanced).traffic.loadBalance(LoadBalancing.random());
  expect(() => balanced.toJson()).toThrow(`shop/web/policy: how connections to a service are made cannot be rendered for Istio 1.30 in ambient mode. ${WAYPOINT}`);
});

test('fails on routes of a team, to which a gateway leaves requests', () => {
  const app = ambientApp();
  const edge = edgeIn(edgeChart(app));
  const shop = ambientShop(app);
  const team = new DelegatedRoutes(shop, 'team', { hostname: 'shop.example.com', path: PathMatch.below('/a'), callers: [edge] });
  webIn(shop).exposeVia(team, { hostname: 'shop.example.com', path: PathMatch.below('/a') });
  expect(() => shop.toJson()).toThrow('what a team does with requests that are left to it cannot be rendered for Istio 1.30 in ambient mode. Let the team expose its services at the gateway itself, or run sidecars: leave out DataPlaneMode.AMBIENT.');
});

test('fails on what is said of a proxy that a pod does not have', () => {
  const { proxy } = webIn(ambientShop());
  expect(() => proxy.resources()).toThrow(new Error(`shop/web: resources of a proxy cannot be rendered for Istio 1.30 in ambient mode. ${NO_PROXY}`));
  expect(() => proxy.isolate()).toThrow(new Error(`shop/web/proxies/Default: what proxies do with what comes in cannot be rendered for Istio 1.30 in ambient mode. ${NO_PROXY}`));
  expect(() => proxy.capture({ excludeOutboundPorts: [3306] })).toThrow(new Error(`shop/web: capture by a proxy cannot be rendered for Istio 1.30 in ambient mode. ${NO_PROXY}`));
});

test('[F008] fails on defaults of such proxies', () => {
  const platform = new MeshPlatform(ambientApp(), 'platform');
  expect(() => platform.proxyDefaults({ resources: ProxyResources.STANDARD }))
    .toThrow(new Error(`platform, proxyDefaults: what holds for proxies of pods cannot be rendered for Istio 1.30 in ambient mode. ${NO_PROXY}`));
});

test('[F002] [F119] pods can keep out of it, and jobs need no proxy that ends', () => {
  const chart = ambientShop();
  webIn(chart, { inMesh: false });
  new MeshJob(chart, 'migrate', { image: 'registry.example.com/migrate:1', inMesh: true });
  expect(['Deployment', 'Job'].map(kind => specOf(chart, kind).template.metadata).map(({ annotations, labels }) => [annotations, labels['istio.io/dataplane-mode']])).toEqual([
    [undefined, 'none'], [undefined, 'ambient'],
  ]);
});

test('fails on a container that listens where the proxy of the node does', () => {
  expect(() => webIn(ambientShop(), { targetPort: 15008 })).toThrow('shop/web: its containers cannot listen at 15008, which the proxy of the node needs itself,');
  expect(() => webIn(ambientShop(), { targetPort: 15021, user: 1337 })).not.toThrow();
});

test('[F116] [F117] fails on where a proxy sends what comes in, and on its volumes', () => {
  const { proxy } = webIn(ambientShop());
  expect(() => proxy.inbound(8080, InboundEndpoint.loopback(8080)))
    .toThrow(new Error(`shop/web/proxies/Default: what proxies do with what comes in cannot be rendered for Istio 1.30 in ambient mode. ${NO_PROXY}`));
  expect(() => proxy.mountVolume('ca', ProxyVolume.secret('ca', '/etc/ca')))
    .toThrow(new Error(`shop/web: volumes of a proxy cannot be rendered for Istio 1.30 in ambient mode. ${NO_PROXY}`));
});
