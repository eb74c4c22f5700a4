import { DataPlaneMode } from '../../../lib/istio/data-plane-mode';
import { IstioProfile } from '../../../lib/istio/istio-profile';
import { IstioRelease } from '../../../lib/istio/istio-release';
import type { InstallSaid } from '../../../lib/istio/private/install/install-said';
import { IstioInstallation, USUAL } from '../../../lib/istio/private/istio-installation';
import { istioOperator } from '../../../lib/istio/render/istio-operator';

const PLAIN: IstioInstallation = { ...USUAL, cni: false, mode: DataPlaneMode.SIDECAR, release: IstioRelease.V1_30 };

function specOf(product: InstallSaid, installation: Partial<IstioInstallation> = {}): unknown {
  return istioOperator({ product }, { ...PLAIN, ...installation }, 'platform').spec;
}

test('[F005] there is no file where there is nothing to say', () => {
  expect(istioOperator({}, PLAIN, 'platform')).toStrictEqual({});
  expect(istioOperator({ product: { values: { gateway: { kind: 'DaemonSet' } } } }, PLAIN, 'platform')).toStrictEqual({});
});

test('[F005] it is of the kind that istioctl reads, for the namespace of the control plane', () => {
  expect(istioOperator({ product: { profile: IstioProfile.DEFAULT } }, { ...PLAIN, rootNamespace: 'mesh' }, 'platform')).toStrictEqual({
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    metadata: { name: 'istio-control-plane', namespace: 'mesh' },
    spec: { profile: 'default', values: { global: { istioNamespace: 'mesh' } } },
  });
});

test('[F005] mesh configuration, revision and profile have places of their own, istiod is called pilot, istio-cni is a component', () => {
  const values = { istiod: { autoscaleMin: 2, cni: { provider: 'multus' }, telemetry: { enabled: false } }, cni: { chained: false, global: { logAsJson: true } } };
  expect(specOf({ meshConfig: { enableTracing: true }, values }, { cni: true, revision: '1-30' })).toStrictEqual({
    components: { cni: { enabled: true } },
    meshConfig: { enableTracing: true },
    revision: '1-30',
    values: {
      cni: { chained: false },
      global: { logAsJson: true, proxy: { seccompProfile: { type: 'RuntimeDefault' } } },
      pilot: { autoscaleMin: 2, cni: { provider: 'multus' } },
      telemetry: { enabled: false },
    },
  });
});

test('[F005] profiles that have istio-cni need no component', () => {
  expect(specOf({}, { cni: true, mode: DataPlaneMode.AMBIENT })).toStrictEqual({ profile: 'ambient' });
  expect(specOf({ profile: IstioProfile.OPENSHIFT }, { cni: true, release: IstioRelease.V1_27 })).toStrictEqual({
    profile: 'openshift', values: { global: { platform: 'openshift' } },
  });
});

test('[F005] istioctl passes on what the chart reads and its own types lack', () => {
  const values = { istiod: { pdb: { minAvailable: 2 }, autoscaleMin: 2, deploymentAnnotations: { team: 'platform' } } };
  expect(specOf({ values })).toStrictEqual({
    unvalidatedValues: { pilot: { deploymentAnnotations: { team: 'platform' }, pdb: { minAvailable: 2 } } },
    values: { pilot: { autoscaleMin: 2 } },
  });
});

test('[F120] names of the cluster are said to istiod and to the proxies of nodes', () => {
  const cluster = { clusterName: 'cluster1', meshId: 'mesh1', network: 'network1' };
  expect(specOf({ cluster }, { cni: true, mode: DataPlaneMode.AMBIENT })).toStrictEqual({
    profile: 'ambient',
    values: {
      global: { meshID: 'mesh1', multiCluster: { clusterName: 'cluster1' }, network: 'network1' },
      ztunnel: { multiCluster: { clusterName: 'cluster1' }, network: 'network1' },
    },
  });
});

test('[F005] fails where two charts are told different things that istioctl knows once', () => {
  const values = { istiod: { global: { logAsJson: true } }, cni: { global: { logAsJson: false } } };
  expect(() => specOf({ values })).toThrow(
    new Error('platform: global.logAsJson is true for one chart and false for another, but istioctl has only one for all. Use the same for both.'),
  );
});
