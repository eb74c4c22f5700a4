import type { InstallIntent, InstallValues } from '../../mesh/private/platform/install-intent';
import { DataPlaneMode } from '../data-plane-mode';
import { IstioChart } from '../istio-chart';
import { IstioProfile } from '../istio-profile';
import { installSaid } from '../private/install/install-said';
import { joined, Settings, tidied, unlessNone } from '../private/install/settings';
import { IstioInstallation, USUAL } from '../private/istio-installation';
import { knowsSeccomp } from '../private/seccomp-release';
import { meshConfig } from './mesh-config';
import { proxyDefaultsValues } from './proxy-defaults-values';

/** Values of a Helm chart. @throws when they would not mean what was said */
export function chartValues(chart: IstioChart, intent: InstallIntent, installation: IstioInstallation, place: string): InstallValues {
  const said = installSaid(intent).values?.[chart] ?? {};
  return tidied(joined(tidied(KNOWN[chart](intent, installation, place)), said, place));
}

type Known = (intent: InstallIntent, installation: IstioInstallation, place: string) => Settings;

/** What each chart is told without being asked. */
const KNOWN: Readonly<Record<IstioChart, Known>> = {
  [IstioChart.BASE]: (_, { rootNamespace }) => ({ global: { istioNamespace: unlessUsual(rootNamespace, USUAL.rootNamespace) } }),
  [IstioChart.CNI]: (intent, { cni, mode }) => (cni ? profileValues(profileOf(intent, mode)) : {}),
  [IstioChart.GATEWAY]: () => ({}),
  [IstioChart.ISTIOD]: istiodValues,
  [IstioChart.ZTUNNEL]: ztunnelValues,
};

function istiodValues(intent: InstallIntent, installation: IstioInstallation, place: string): Settings {
  const { cni, clusterDomain, mode, release, rootNamespace } = installation;
  const { cluster } = installSaid(intent);
  const sidecarsWithCni = cni && mode === DataPlaneMode.SIDECAR;
  const known = {
    ...revisionValues(intent, installation),
    cni: { enabled: sidecarsWithCni || undefined },
    global: {
      istioNamespace: unlessUsual(rootNamespace, USUAL.rootNamespace),
      meshID: cluster?.meshId,
      multiCluster: { clusterName: cluster?.clusterName },
      network: cluster?.network,
      proxy: {
        clusterDomain: unlessUsual(clusterDomain, USUAL.clusterDomain),
        // With istio-cni, it is all that proxies lack to pass the Pod Security standard `restricted`.
        seccompProfile: { type: sidecarsWithCni && knowsSeccomp(release) ? 'RuntimeDefault' : undefined },
      },
    },
    meshConfig: unlessNone(tidied(meshConfig(intent, installation, place))),
  };
  const others = [profileValues(profileOf(intent, mode)), proxyDefaultsValues(intent.proxyDefaults, place)];
  return others.reduce((all, part) => joined(all, part, place), known);
}

/** The revision that istiod is installed as; the one that pods know may be a tag of it. */
function revisionValues(intent: InstallIntent, { revision }: IstioInstallation): Settings {
  const { revision: installed = revision } = installSaid(intent);
  return { revision: installed, revisionTags: revision === undefined || revision === installed ? undefined : [revision] };
}

function ztunnelValues(intent: InstallIntent, { mode, rootNamespace }: IstioInstallation): Settings {
  const { cluster } = installSaid(intent);
  return mode === DataPlaneMode.SIDECAR ? {} : {
    istioNamespace: unlessUsual(rootNamespace, USUAL.rootNamespace),
    multiCluster: { clusterName: cluster?.clusterName },
    network: cluster?.network,
  };
}

/** The profile that was said, or the one that the mode cannot be without. */
export function profileOf(intent: InstallIntent, mode: DataPlaneMode): IstioProfile | undefined {
  return installSaid(intent).profile ?? (mode === DataPlaneMode.AMBIENT ? IstioProfile.AMBIENT : undefined);
}

const PLATFORM = { global: { platform: 'openshift' } } as const;

/** Helm has profiles for what its charts have; what istioctl does beyond that, as to install no gateway, Helm does not do anyway. */
function profileValues(profile: IstioProfile | undefined): Settings {
  switch (profile) {
    case undefined:
    case IstioProfile.DEFAULT:
    case IstioProfile.EMPTY:
    case IstioProfile.MINIMAL:
      return {};
    case IstioProfile.OPENSHIFT:
      return PLATFORM;
    case IstioProfile.OPENSHIFT_AMBIENT:
      return { ...PLATFORM, profile: IstioProfile.AMBIENT };
    default:
      return { profile };
  }
}

function unlessUsual(value: string, usual: string): string | undefined {
  return value === usual ? undefined : value;
}
