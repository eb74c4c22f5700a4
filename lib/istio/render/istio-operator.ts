import type { InstallIntent, InstallValues } from '../../mesh/private/platform/install-intent';
import { DataPlaneMode } from '../data-plane-mode';
import { IstioChart } from '../istio-chart';
import { hasCni } from '../private/install/require-profile';
import { agreed, isSettings, Settings, tidied, unlessNone } from '../private/install/settings';
import type { IstioInstallation } from '../private/istio-installation';
import { chartValues, profileOf } from './chart-values';
import { gatewayComponents } from './gateway-releases';

/**
 * The file for `istioctl install -f`: it says what the values of the charts say. No cluster knows the kind. The chart `gateway` is not among
 * those that istioctl installs: of gateways, it has charts of its own, which are told names and labels.
 *
 * @throws when istioctl cannot be told what Helm can
 */
export function istioOperator(intent: InstallIntent, installation: IstioInstallation, place: string): InstallValues {
  const { cni, mode, rootNamespace } = installation;
  const values = (chart: IstioChart): Settings => chartValues(chart, intent, installation, place);
  const { meshConfig, profile: _, revision, ...istiod } = values(IstioChart.ISTIOD);
  const profile = profileOf(intent, mode);
  const byName = [IstioChart.CNI, IstioChart.ZTUNNEL].map(chart => nested(chart, values(chart)));
  const charts = [istiodPart(istiod), values(IstioChart.BASE), ...byName];
  const spec = tidied({
    components: {
      cni: { enabled: (cni && mode === DataPlaneMode.SIDECAR && !hasCni(profile)) || undefined },
      egressGateways: gatewayComponents(intent.gateways, 'egress'),
      ingressGateways: gatewayComponents(intent.gateways, 'ingress'),
    },
    meshConfig,
    profile,
    revision,
    unvalidatedValues: below('pilot', ownValues(istiod, name => UNTYPED.includes(name))),
    values: unlessNone(tidied(charts.reduce((all, part) => agreed(all, part, place)))),
  });
  return Object.keys(spec).length === 0 ? {} : {
    apiVersion: 'install.istio.io/v1alpha1', kind: 'IstioOperator', metadata: { name: 'istio-control-plane', namespace: rootNamespace }, spec,
  };
}

/** What the chart `istiod` shares with others; all else has to be called `pilot`, the name of its component. */
const SHARED: readonly string[] = [
  'base', 'compatibilityVersion', 'experimental', 'gatewayClasses', 'gateways', 'global', 'istiodRemote', 'ownerName', 'revisionTags', 'sidecarInjectorWebhook',
  'telemetry',
];

/** What the chart `istiod` reads and the types of `istioctl` lack: it would refuse them, if it were not told to pass them on. */
const UNTYPED: readonly string[] = ['deploymentAnnotations', 'initContainers', 'pdb', 'sidecarInjectorWebhookAnnotations', 'trustedZtunnelName'];

function ownValues(values: Settings, isWanted: (name: string) => boolean): Settings {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !SHARED.includes(name) && isWanted(name)));
}

function istiodPart({ cni, ...values }: Settings): Settings {
  const shared = Object.entries(values).filter(([name]) => SHARED.includes(name));
  // Whether there is istio-cni is said as a component.
  const { enabled: _, ...otherCni } = isSettings(cni) ? cni : {};
  return { ...Object.fromEntries(shared), ...below('pilot', { ...ownValues(values, name => !UNTYPED.includes(name)), ...below('cni', otherCni) }) };
}

/** Of a chart whose values stand below its name, beside those that all charts share. */
function nested(chart: IstioChart, { global, profile: _, ...values }: Settings): Settings {
  return { global, ...below(chart, values) };
}

function below(name: string, values: Settings): Settings {
  return { [name]: unlessNone(values) };
}
