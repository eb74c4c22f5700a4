import { Duration } from 'cdk8s';
import { load } from 'js-yaml';
import { Istio, IstioChart, IstioInstall, IstioMeshProps, IstioProfile, Linkerd, MeshApp, meshConfig, MeshPlatform, OutboundAccess, PathNormalization } from '../../lib';
import { contentsOf, temporaryFolder } from '../support/folder';

const temporary = temporaryFolder();

function platformWith(props: IstioMeshProps = {}): MeshPlatform {
  return new MeshPlatform(new MeshApp({ mesh: Istio.mesh(props), outdir: temporary.path }), 'platform');
}

const installWith = (props: IstioMeshProps = {}): IstioInstall => IstioInstall.of(platformWith(props));

type Say = (platform: MeshPlatform, install: IstioInstall) => void;

const SAY: readonly Say[] = [
  platform => platform.outbound(OutboundAccess.REGISTERED_ONLY),
  platform => platform.proxyDefaults({ skipJobs: true }),
  (_, install) => install.profile(IstioProfile.DEMO),
  (_, install) => install.meshConfig({ enableTracing: true, extensionProviders: [{ name: 'log', envoyFileAccessLog: { path: '/dev/stdout' } }] }),
  (_, install) => install.meshConfig({ defaultConfig: { terminationDrainDuration: Duration.seconds(20) }, extensionProviders: [{ name: 'ext', zipkin: { port: 9411 } }] }),
  (_, install) => install.values(IstioChart.ISTIOD, { autoscaleMin: 2 }),
  (_, install) => install.values(IstioChart.ISTIOD, { global: { logAsJson: true } }),
];

/** The files of a platform of which all that is said, in an order. */
function filesAfter(say: readonly Say[]): Record<string, string> {
  const platform = platformWith();
  platform.addNamespace('shop');
  say.forEach(verb => verb(platform, IstioInstall.of(platform)));
  (platform.node.root as MeshApp).synth();
  return Object.fromEntries(Object.entries(contentsOf(temporary.path)).filter(([file]) => file.startsWith('install/')));
}

test('[F005] [F006] Helm and istioctl are told the same, in files that kubectl apply does not read', () => {
  const files = filesAfter(SAY);
  const meshConfigSaid = {
    defaultConfig: { terminationDrainDuration: '20s' },
    enableTracing: true,
    extensionProviders: [{ name: 'ext', zipkin: { port: 9411 } }, { name: 'log', envoyFileAccessLog: { path: '/dev/stdout' } }],
    outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' },
    pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' },
  };
  const sidecarInjectorWebhook = { neverInjectSelector: [{ matchExpressions: [{ key: 'job-name', operator: 'Exists' }] }] };
  expect(Object.fromEntries(Object.entries(files).map(([file, text]) => [file, load(text)]))).toEqual({
    'install/istiod-values.yaml': {
      autoscaleMin: 2, global: { logAsJson: true }, meshConfig: meshConfigSaid, profile: 'demo', sidecarInjectorWebhook,
    },
    'install/istio-operator.yaml': {
      apiVersion: 'install.istio.io/v1alpha1',
      kind: 'IstioOperator',
      metadata: { name: 'istio-control-plane', namespace: 'istio-system' },
      spec: { meshConfig: meshConfigSaid, profile: 'demo', values: { global: { logAsJson: true }, pilot: { autoscaleMin: 2 }, sidecarInjectorWebhook } },
    },
  });
});

test('[F005] [F006] the order in which things are said changes no byte', () => {
  expect(filesAfter([...SAY].reverse())).toEqual(filesAfter(SAY));
});

test('[F005] a stock App can ask for the same as objects', () => {
  const install = installWith({ pathNormalization: PathNormalization.BASE });
  expect([install.istioOperator, install.chartValues(IstioChart.ISTIOD)]).toEqual([{}, {}]);
  install.values(IstioChart.BASE, { defaultRevision: '1-30' });
  expect(install.chartValues(IstioChart.BASE)).toEqual({ defaultRevision: '1-30' });
  expect(install.istioOperator).toMatchObject({ spec: { values: { defaultRevision: '1-30' } } });
});

test('[F006] [F007] the mesh configuration is part of the values, and no ConfigMap is rendered', () => {
  const platform = platformWith();
  IstioInstall.of(platform).meshConfig({ enableTracing: true });
  expect(platform.installValues).toEqual({ meshConfig: { enableTracing: true, pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } } });
  expect(platform.toJson().map(({ kind }: { kind: string }) => kind)).toEqual(['PeerAuthentication', 'AuthorizationPolicy']);
});

test('[F120] a cluster among several has three names, each of which can be one', () => {
  const install = installWith();
  expect(() => install.cluster({ meshId: 'mesh1', clusterName: 'Cluster 1', network: 'network1' })).toThrow(/^platform, cluster: clusterName\b.*"Cluster 1"/);
  install.cluster({ meshId: 'mesh1', clusterName: 'cluster1', network: 'network1' });
  expect(install.chartValues(IstioChart.ISTIOD)).toEqual({
    global: { meshID: 'mesh1', multiCluster: { clusterName: 'cluster1' }, network: 'network1' },
    meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } },
  });
  expect(() => install.cluster({ meshId: 'mesh1', clusterName: 'cluster1', network: 'network1' })).toThrow(new Error('platform: cluster is already set. Set it once.'));
});

test('[F005] a revision is what pods know by a tag', () => {
  const install = installWith({ revision: 'stable' });
  install.revision('1-30-3');
  expect(install.chartValues(IstioChart.ISTIOD)).toEqual({
    meshConfig: { pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } }, revision: '1-30-3', revisionTags: ['stable'],
  });
  expect(() => install.revision('1-30-4')).toThrow(new Error('platform: revision is already set. Set it once.'));
  expect(() => installWith().revision('1-30-3')).toThrow(new Error(
    'platform, revision: pods have no revision, so they would get no proxies from "1-30-3". Use Istio.mesh({ revision: "1-30-3" }), or a tag of it there.',
  ));
  expect(() => installWith({ revision: 'stable' }).revision('1.30')).toThrow(/^platform, revision\b.*"1\.30"/);
});

test.each([
  ['trustDomain', { trustDomain: 'a.example.com' }, 'a.example.com'],
  ['rootNamespace', { rootNamespace: 'mesh' }, 'mesh'],
])('[F006] fails on %s, which every team has to know', (name, config, value) => {
  expect(() => installWith().meshConfig(config)).toThrow(new Error(
    `platform, meshConfig: ${name} is set in the mesh, so that every team knows it. Use Istio.mesh({ ${name}: "${value}" }).`,
  ));
});

test('[F006] fails on what was said before, by another call or by another word, and then nothing more was said', () => {
  const platform = platformWith();
  const install = IstioInstall.of(platform);
  install.meshConfig({ enableTracing: true });
  expect(() => install.meshConfig({ enableTracing: false, accessLogFile: '/dev/stdout' })).toThrow(
    new Error('platform, meshConfig: enableTracing is already set. Set it once, with all its options.'),
  );
  platform.outbound(OutboundAccess.REGISTERED_ONLY);
  const { ALLOW_ANY } = meshConfig.MeshConfigOutboundTrafficPolicyMode;
  expect(() => install.meshConfig({ outboundTrafficPolicy: { mode: ALLOW_ANY } })).toThrow(
    new Error('platform, meshConfig: meshConfig.outboundTrafficPolicy.mode is already set. Set it once, with all its options.'),
  );
  expect(platform.installValues).toEqual({
    meshConfig: { enableTracing: true, outboundTrafficPolicy: { mode: 'REGISTRY_ONLY' }, pathNormalization: { normalization: 'DECODE_AND_MERGE_SLASHES' } },
  });
});

test('[F005] fails on values and profiles that were said before, and on what the chart does not read', () => {
  const install = installWith();
  install.values(IstioChart.ISTIOD, { autoscaleMin: 2 });
  expect(() => install.values(IstioChart.ISTIOD, { autoscaleMin: 2 })).toThrow(
    new Error('platform, values: autoscaleMin is already set. Set it once, with all its options.'),
  );
  expect(() => install.values(IstioChart.ISTIOD, { autoscaleMn: 2 })).toThrow(
    new Error('platform, values: "autoscaleMn" is not a value of the chart "istiod". Did you mean "autoscaleMin"?'),
  );
  install.profile(IstioProfile.DEFAULT);
  expect(() => install.profile(IstioProfile.DEMO)).toThrow(new Error('platform: profile is already set. Set it once.'));
  expect(() => installWith().profile('production' as IstioProfile)).toThrow(/^platform, profile: Istio has no profile "production"\./);
});

test('[F005] [F006] fails where nothing is said', () => {
  const install = installWith();
  expect(() => install.meshConfig({})).toThrow(new Error('platform, meshConfig: no options are set. Set at least one, such as { accessLogFile: "/dev/stdout" }.'));
  expect(() => install.values(IstioChart.ISTIOD, {})).toThrow(new Error('platform, values: no values are set. Use { name: value }, such as { autoscaleMin: 2 }.'));
});

test('fails where the mesh is another', () => {
  const platform = new MeshPlatform(new MeshApp({ mesh: Linkerd.mesh() }), 'platform');
  expect(() => IstioInstall.of(platform)).toThrow(new Error(
    'platform: its mesh is Linkerd, which IstioInstall does not support. Set what applies to any mesh on the platform itself, or use Istio.mesh().',
  ));
});
