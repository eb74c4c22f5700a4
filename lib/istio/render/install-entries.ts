import type { InstallIntent } from '../../mesh/private/platform/install-intent';
import { PAGES } from '../../mesh/private/runbook/pages-topic';
import type { RunbookEntry, RunbookTopic } from '../../mesh/private/runbook/runbook-entries';
import { shellBlock } from '../../mesh/private/runbook/shell';
import { DataPlaneMode } from '../data-plane-mode';
import { IstioChart } from '../istio-chart';
import { installFiles, OPERATOR_FILE, valuesFile } from '../private/install/install-files';
import { installSaid } from '../private/install/install-said';
import type { IstioInstallation } from '../private/istio-installation';
import { chartValues } from './chart-values';
import { gatewaySettings, releaseOf } from './gateway-releases';

const TOPIC: RunbookTopic = {
  title: 'Installation',
  text: 'Istio is installed by Helm or by `istioctl`, not by what is applied. The files in `install/` say the same to both; the commands are for the folder of this page. Choose one way and stay with it.',
};

/** What people have to know of Istio who install it. */
export function installEntries(installation: IstioInstallation, intent: () => InstallIntent): readonly RunbookEntry[] {
  return [
    { topic: TOPIC, title: 'With Helm', installs: 'Istio', text: () => withHelm(installation, intent()) },
    { topic: TOPIC, title: 'With istioctl', installs: 'Istio', text: () => withIstioctl(installation, intent()) },
    { topic: TOPIC, title: 'More than one cluster', text: () => withClusters(installation, intent()) },
    { topic: TOPIC, title: 'Add-ons', standsInFor: PAGES, text: () => addOns(installation) },
  ];
}

/** The commands where no platform writes files with values, which are said in them instead. */
export function installCommands(installation: IstioInstallation): string[] {
  return helmCommands(installation, {}, chart => settingsOf(chartValues(chart, {}, installation, 'prerequisites')));
}

function settingsOf(values: unknown, path: readonly string[] = []): string[] {
  if (typeof values === 'object' && values !== null && !Array.isArray(values)) {
    return Object.entries(values).flatMap(([name, value]) => settingsOf(value, [...path, name.replaceAll('.', '\\.')]));
  }
  const name = path.join('.');
  return [Array.isArray(values) ? `--set-json ${inShell(`${name}=${JSON.stringify(values)}`)}` : `--set ${inShell(`${name}=${String(values)}`)}`];
}

function withHelm(installation: IstioInstallation, intent: InstallIntent): string {
  const there = filesThere(installation, intent);
  return shellBlock(...helmCommands(installation, intent, chart => (there.has(valuesFile(chart)) ? [`-f install/${valuesFile(chart)}`] : [])));
}

function helmCommands(installation: IstioInstallation, intent: InstallIntent, values: (chart: IstioChart) => readonly string[]): string[] {
  const { cni, mode, release, revision: known, rootNamespace } = installation;
  const { revision = known } = installSaid(intent);
  const upgrade = (name: string, chart: IstioChart, { namespace = rootNamespace, settings = [] }: Release = {}): string => [
    `helm upgrade --install ${name} istio/${chart} -n ${namespace} --create-namespace --version '~${release}.0'`,
    ...values(chart),
    ...settings.map(setting => `--set ${inShell(setting)}`),
    ...WAITED_FOR.has(chart) ? ['--wait'] : [],
  ].join(' ');
  const gateways = (intent.gateways ?? []).map(gateway => upgrade(releaseOf(gateway), IstioChart.GATEWAY, {
    namespace: gateway.namespace, settings: gatewaySettings(gateway, known ?? revision),
  }));
  return [
    'helm repo add istio https://istio-release.storage.googleapis.com/charts && helm repo update istio',
    upgrade('istio-base', IstioChart.BASE),
    ...cni ? [upgrade('istio-cni', IstioChart.CNI)] : [],
    upgrade(revision === undefined ? 'istiod' : `istiod-${revision}`, IstioChart.ISTIOD),
    ...mode === DataPlaneMode.AMBIENT ? [upgrade('ztunnel', IstioChart.ZTUNNEL)] : [],
    ...gateways,
  ];
}

/** What comes next needs it. A gateway waits for an address, which not every cluster has to give. */
const WAITED_FOR: ReadonlySet<IstioChart> = new Set([IstioChart.CNI, IstioChart.ISTIOD, IstioChart.ZTUNNEL]);

/** Where a chart is installed, and what is said to it besides. */
interface Release {
  readonly namespace?: string;
  readonly settings?: readonly string[];
}

/** A shell takes backslashes away, unless they are quoted. */
function inShell(text: string): string {
  return /^[\w./=:-]+$/.test(text) ? text : `'${text}'`;
}

function withIstioctl(installation: IstioInstallation, intent: InstallIntent): string {
  const file = filesThere(installation, intent).has(OPERATOR_FILE) ? ` -f install/${OPERATOR_FILE}` : '';
  return shellBlock(`# with istioctl of release ${installation.release}`, `istioctl install${file}`);
}

function filesThere(installation: IstioInstallation, intent: InstallIntent): ReadonlySet<string> {
  const files = installFiles(installation).filter(({ content }) => Object.keys(content(intent, 'runbook')).length > 0);
  return new Set(files.map(({ name }) => name));
}

/** The Secret that it makes lets whoever has it read the cluster: it goes from one cluster to the other, and into no file. */
function withClusters({ release, revision: known, rootNamespace }: IstioInstallation, intent: InstallIntent): string | undefined {
  const { cluster, revision: installed } = installSaid(intent);
  const revision = known ?? installed;
  return cluster === undefined ? undefined : [
    'Clusters of one mesh have certificates of one authority, and read each other\'s API server. What lets them do so are credentials: they are never rendered.',
    shellBlock(
      '# once, in this cluster: which network its pods are of',
      `kubectl label namespace ${rootNamespace} topology.istio.io/network=${cluster.network} --overwrite`,
      '# the gateway by which other networks reach them, the pods of an EastWestGateway',
      `helm upgrade --install istio-eastwestgateway istio/gateway -n ${rootNamespace} --version '~${release}.0' --set networkGateway=${cluster.network}${revision === undefined ? '' : ` --set revision=${revision}`}`,
      '# for each other cluster of the mesh, with contexts of both: it can read this one',
      `istioctl create-remote-secret --context="$THIS_CLUSTER" --name=${cluster.clusterName} | kubectl apply -f - --context="$OTHER_CLUSTER"`,
    ),
  ].join('\n\n');
}

const ADD_ONS: readonly string[] = ['prometheus', 'grafana', 'jaeger', 'kiali'];

function addOns({ release }: IstioInstallation): string {
  return [
    'To try things out: what Istio itself has as samples keeps nothing and protects nothing. All of it goes to the namespace `istio-system`.',
    shellBlock(
      ...ADD_ONS.map(name => `kubectl apply -f https://raw.githubusercontent.com/istio/istio/release-${release}/samples/addons/${name}.yaml`),
      '# one of them in a browser',
      'istioctl dashboard kiali',
    ),
  ].join('\n\n');
}
