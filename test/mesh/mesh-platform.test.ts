import { App } from 'cdk8s';
import { DataPlaneMode, DefaultAccess, Istio, Linkerd, MeshApp, MeshPlatform, MutualTls, OutboundAccess, PathNormalization, Percent, ProxyResources } from '../../lib';
import { objectsIn } from '../support/edge-chart';

function platformIn(app: App = new MeshApp({ mesh: Istio.mesh() })): MeshPlatform {
  return new MeshPlatform(app, 'platform');
}

test('[F001] renders the namespaces that it is given, and lies in the root namespace itself', () => {
  const platform = platformIn();
  const shop = platform.addNamespace('shop', { labels: { team: 'shop' } });
  platform.addNamespace('legacy', { inMesh: false });
  expect(objectsIn(platform).filter(({ kind }) => kind === 'Namespace')).toEqual([
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled', 'team': 'shop' } } },
    { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'legacy', labels: { 'istio-injection': 'disabled' } } },
  ]);
  expect([shop.namespaceName, platform.namespace]).toEqual(['shop', 'istio-system']);
  expect(platformIn(new MeshApp({ mesh: Istio.mesh({ rootNamespace: 'mesh' }) })).namespace).toBe('mesh');
});

test('renders its namespaces before what lies in one of them, so that its file can be applied at once', () => {
  const platform = platformIn();
  platform.addNamespace('istio-system', { inMesh: false });
  platform.telemetry.sample(Percent.of(1));
  platform.addNamespace('shop', { defaultAccess: DefaultAccess.OPEN });
  const names = objectsIn(platform).map(({ kind, metadata: { name, namespace } }) => [kind, namespace, name].filter(said => said !== undefined).join(' '));
  expect(names).toEqual([
    'Namespace istio-system',
    'Namespace shop',
    'AuthorizationPolicy shop namespace',
    'PeerAuthentication istio-system default',
    'AuthorizationPolicy istio-system allow-nothing',
    'Telemetry istio-system mesh-default',
  ]);
});

test('asks everywhere for mutual TLS, and lets nobody in by default', () => {
  expect(objectsIn(platformIn())).toEqual([
    { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'istio-system' }, spec: { mtls: { mode: 'STRICT' } } },
    { apiVersion: 'security.istio.io/v1', kind: 'AuthorizationPolicy', metadata: { name: 'allow-nothing', namespace: 'istio-system' }, spec: {} },
  ]);
});

test('says which connections are taken also where the mesh is open, in the root namespace', () => {
  const mesh = Istio.mesh({ defaultAccess: DefaultAccess.OPEN, mutualTls: MutualTls.PERMISSIVE, rootNamespace: 'mesh' });
  expect(objectsIn(platformIn(new MeshApp({ mesh }))).map(({ kind, metadata, spec }) => [kind, metadata, spec])).toEqual([
    ['PeerAuthentication', { name: 'default', namespace: 'mesh' }, { mtls: { mode: 'PERMISSIVE' } }],
  ]);
});

test('[F008] has values to install the mesh with, in a stock app, too', () => {
  const app = new App();
  Istio.mesh({ cni: true }).applyTo(app);
  const platform = platformIn(app);
  platform.proxyDefaults({ resources: ProxyResources.STANDARD, skipJobs: true, annotations: { 'example.com/team': 'shop' } });
  expect(platform.installValues).toEqual({
    cni: { enabled: true },
    global: {
      proxy: {
        resources: { limits: { cpu: '500m', memory: '512Mi' }, requests: { cpu: '100m', memory: '128Mi' } },
        seccompProfile: { type: 'RuntimeDefault' },
      },
    },
    meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } },
    sidecarInjectorWebhook: {
      injectedAnnotations: { 'example.com/team': 'shop' },
      neverInjectSelector: [{ matchExpressions: [{ key: 'job-name', operator: 'Exists' }] }],
    },
  });
  expect(platform.installValues).not.toBe(platform.installValues);
});

test('[F008] says what proxies do with paths, and nothing where the mesh is as it comes', () => {
  expect(platformIn().installValues).toEqual({ meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } } });
  const asItComes = new MeshApp({ mesh: Istio.mesh({ pathNormalization: PathNormalization.BASE }) });
  expect(platformIn(asItComes).installValues).toEqual({});
});

test('there is one in each environment', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  for (const name of ['dev', 'prod']) {
    new MeshPlatform(app.environment(name), 'platform');
  }
  expect(() => new MeshPlatform(app.environment('prod'), 'other')).toThrow(new Error(
    'prod/other: "prod/platform" is already the platform here, and a mesh has only one. Make the settings there, or give each mesh its own environment.',
  ));
});

test('fails on a namespace that it has, or that another chart has', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const platform = platformIn(app);
  platform.addNamespace('shop');
  expect(() => platform.addNamespace('shop')).toThrow(
    new Error('platform: has "platform/shop" already. Add each namespace once, with all its options.'),
  );
  expect(() => platform.addNamespace('again', { namespaceName: 'shop' })).toThrow(
    new Error('platform/again: "platform/shop" already renders the namespace "shop". Set its options there.'),
  );
});

test('[F008] fails on defaults that are said twice, or that Istio would not install so', () => {
  const platform = platformIn();
  expect(() => platform.proxyDefaults({ annotations: { 'sidecar.istio.io/inject': 'true' } })).toThrow(/^platform, proxyDefaults: "sidecar\.istio\.io\/inject" would come after/);
  platform.proxyDefaults({ skipJobs: true });
  expect(() => platform.proxyDefaults({ skipJobs: true })).toThrow(
    new Error('platform: proxyDefaults is already set. Set it once, with all its options.'),
  );
});

test('[F006] says where pods can send what goes to no service: to what the mesh knows, or, as Istio does by itself, anywhere', () => {
  const platform = platformIn();
  platform.outbound(OutboundAccess.REGISTERED_ONLY);
  expect(platform.installValues).toEqual({ meshConfig: { outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' }, pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } } });
  expect(() => platform.outbound(OutboundAccess.ANY)).toThrow(new Error('platform: outbound is already set. Set it once.'));
  const other = platformIn();
  other.outbound(OutboundAccess.ANY);
  expect(other.installValues).toEqual({ meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } } });
});

test.each([
  [Linkerd.mesh(), 'Linkerd', 'Use an EgressNetwork of the generated constructs, or Istio.mesh().'],
  [
    Istio.mesh({ mode: DataPlaneMode.AMBIENT }), 'Istio 1.30 in ambient mode',
    'The node proxies let all unknown traffic pass. Use a NetworkPolicy of Kubernetes, or run sidecars: leave out DataPlaneMode.AMBIENT.',
  ],
])('[F006] fails where nobody would keep pods from sending anywhere', (mesh, description, repair) => {
  const platform = platformIn(new MeshApp({ mesh }));
  expect(() => platform.outbound(OutboundAccess.REGISTERED_ONLY)).toThrow(
    new Error(`platform, outbound: which hosts outside pods can reach cannot be rendered for ${description}. ${repair}`),
  );
  platform.outbound(OutboundAccess.ANY);
});

test('fails where no mesh was told', () => {
  expect(() => platformIn(new App())).toThrow(/^the app: no mesh is set\. /);
});
