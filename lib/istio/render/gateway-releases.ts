import type { InstalledGatewayIntent } from '../../mesh/private/gateways/installed-gateways';
import type { Settings } from '../private/install/settings';

/** What the pods and the Service of a gateway are called, with Helm also the release. */
export function releaseOf({ name, podLabels: { istio }, serviceName }: InstalledGatewayIntent): string {
  return serviceName ?? (istio === undefined ? name : `istio-${shortName(istio)}`);
}

/** The chart of gateways derives the labels of pods from the name; what is said otherwise, it has to be told. */
export function gatewaySettings(gateway: InstalledGatewayIntent, revision?: string): string[] {
  const { account, kind, podLabels } = gateway;
  const name = releaseOf(gateway);
  const derived: Readonly<Record<string, string>> = { app: name, istio: shortName(name) };
  const labels = Object.entries(podLabels).filter(([label, value]) => derived[label] !== value).sort();
  return [
    ...revision === undefined ? [] : [`revision=${revision}`],
    ...kind === 'egress' ? ['service.type=ClusterIP'] : [],
    ...account === undefined || account === name ? [] : [`serviceAccount.name=${account}`],
    ...labels.map(([label, value]) => `labels.${label.replaceAll('.', '\\.')}=${value}`),
  ];
}

/** What `istioctl` is told of gateways of a kind; undefined: there are none. */
export function gatewayComponents(gateways: readonly InstalledGatewayIntent[] = [], wanted: InstalledGatewayIntent['kind']): Settings[] | undefined {
  const components = gateways.filter(({ kind }) => kind === wanted).map(gateway => ({
    name: releaseOf(gateway), namespace: gateway.namespace, enabled: true, label: { ...gateway.podLabels },
  }));
  return components.length === 0 ? undefined : components;
}

function shortName(name: string): string {
  return name.replace(/^istio-/, '');
}
