import { DataPlaneMode } from '../../../lib/istio/data-plane-mode';
import { IstioChart } from '../../../lib/istio/istio-chart';
import { IstioProfile } from '../../../lib/istio/istio-profile';
import { IstioRelease } from '../../../lib/istio/istio-release';
import type { InstallSaid } from '../../../lib/istio/private/install/install-said';
import { IstioInstallation, USUAL } from '../../../lib/istio/private/istio-installation';
import { chartValues } from '../../../lib/istio/render/chart-values';

const PLAIN: IstioInstallation = { ...USUAL, cni: false, mode: DataPlaneMode.SIDECAR, release: IstioRelease.V1_30 };
const AMBIENT = { ...PLAIN, cni: true, mode: DataPlaneMode.AMBIENT };

/** What there is to say to each chart, of those to which there is. */
function valuesOf(said: InstallSaid, installation: IstioInstallation = PLAIN): Record<string, unknown> {
  const all = Object.values(IstioChart).map(chart => [chart, chartValues(chart, { product: said }, installation, 'platform')] as const);
  return Object.fromEntries(all.filter(([, values]) => Object.keys(values).length > 0));
}

test('[F005] where nothing is said and the mesh is as usual, there is nothing to say', () => {
  expect(valuesOf({})).toStrictEqual({});
});

test('[F005] what the mesh knows gets in by itself, where it is not the default', () => {
  const mesh = { clusterDomain: 'example.local', rootNamespace: 'mesh', trustDomain: 'shop.example.com', revision: '1-30' };
  expect(valuesOf({}, { ...PLAIN, ...mesh })).toStrictEqual({
    base: { global: { istioNamespace: 'mesh' } },
    istiod: {
      global: { istioNamespace: 'mesh', proxy: { clusterDomain: 'example.local' } },
      meshConfig: { trustDomain: 'shop.example.com' },
      revision: '1-30',
    },
  });
});

test('[F005] with istio-cni, proxies name a seccomp profile where the release lets them', () => {
  expect(valuesOf({}, { ...PLAIN, cni: true })).toStrictEqual({
    istiod: { cni: { enabled: true }, global: { proxy: { seccompProfile: { type: 'RuntimeDefault' } } } },
  });
  expect(valuesOf({}, { ...PLAIN, cni: true, release: IstioRelease.V1_27 })).toStrictEqual({ istiod: { cni: { enabled: true } } });
});

test('[F005] where pods know a tag, it becomes one of the revision that is installed', () => {
  expect(valuesOf({ revision: '1-30-3' }, { ...PLAIN, revision: 'stable' })).toStrictEqual({ istiod: { revision: '1-30-3', revisionTags: ['stable'] } });
  expect(valuesOf({ revision: 'stable' }, { ...PLAIN, revision: 'stable' })).toStrictEqual({ istiod: { revision: 'stable' } });
});

test.each([
  [IstioProfile.DEFAULT, {}],
  [IstioProfile.MINIMAL, {}],
  [IstioProfile.EMPTY, {}],
  [IstioProfile.DEMO, { profile: 'demo' }],
  [IstioProfile.STABLE, { profile: 'stable' }],
  [IstioProfile.OPENSHIFT, { global: { platform: 'openshift' } }],
  [IstioProfile.OPENSHIFT_AMBIENT, { global: { platform: 'openshift' }, profile: 'ambient' }],
])('[F005] Helm is told of the profile %s: %j', (profile, values) => {
  const { istiod = {}, cni = {} } = valuesOf({ profile }, { ...AMBIENT });
  expect([istiod, cni]).toStrictEqual([values, values]);
});

test('[F005] in ambient mode the profile is that, and the proxies of nodes know where istiod is', () => {
  expect(valuesOf({}, AMBIENT)).toStrictEqual({ cni: { profile: 'ambient' }, istiod: { profile: 'ambient' } });
  expect(valuesOf({}, { ...AMBIENT, rootNamespace: 'mesh' }).ztunnel).toStrictEqual({ istioNamespace: 'mesh' });
});

test('[F120] a cluster among several has all three names, for istiod and for the proxies of nodes', () => {
  const cluster = { clusterName: 'cluster1', meshId: 'mesh1', network: 'network1' };
  expect(valuesOf({ cluster })).toStrictEqual({
    istiod: { global: { meshID: 'mesh1', multiCluster: { clusterName: 'cluster1' }, network: 'network1' } },
  });
  expect(valuesOf({ cluster }, AMBIENT).ztunnel).toStrictEqual({ multiCluster: { clusterName: 'cluster1' }, network: 'network1' });
});

test('[F005] what was said of a chart stands beside that, and the same twice fails', () => {
  const said = { values: { istiod: { global: { logAsJson: true } }, gateway: { kind: 'DaemonSet' } } };
  expect(valuesOf(said, { ...PLAIN, rootNamespace: 'mesh' })).toStrictEqual({
    base: { global: { istioNamespace: 'mesh' } }, gateway: { kind: 'DaemonSet' }, istiod: { global: { istioNamespace: 'mesh', logAsJson: true } },
  });
  const twice = { values: { istiod: { global: { proxy: { seccompProfile: { type: 'Unconfined' } } } } } };
  expect(() => valuesOf(twice, { ...PLAIN, cni: true })).toThrow(
    new Error('platform: global.proxy.seccompProfile.type is already set. Set it once, with all its options.'),
  );
});
