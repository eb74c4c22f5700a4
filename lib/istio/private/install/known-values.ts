import { ISTIO_VALUES } from '../../../../imports/istio-values';
import { meantWord } from '../../../mesh/private/meant-word';
import { IstioChart } from '../../istio-chart';
import { isSettings, Settings } from './settings';

/** @throws on what the chart does not read, since Helm takes it without a word and nothing changes, and on what has a word of its own */
export function requireKnownValues(chart: IstioChart, values: Settings, place: string): void {
  for (const [path, value] of leavesOf(values)) {
    requireNoOwnWord(chart, path, place);
    requireKnown(chart, path, value, place);
  }
}

type Path = readonly string[];

/** Everything that is no map, and maps that are empty. */
function leavesOf(values: Settings, at: Path = []): ReadonlyArray<readonly [Path, unknown]> {
  return Object.entries(values).flatMap(([name, value]) => (
    isSettings(value) && Object.keys(value).length > 0 ? leavesOf(value, [...at, name]) : [[[...at, name], value] as const]
  ));
}

const BY_MESH = 'Set it in Istio.mesh({...}), which every team uses.';
const BY_CLUSTER = 'Set it with cluster({ meshId, clusterName, network }): without all three, clusters cannot find each other.';

/** What is said elsewhere, or is known already. */
const OWN_WORDS: Readonly<Record<string, string>> = {
  'cni.enabled': BY_MESH,
  'global.istioNamespace': BY_MESH,
  'global.meshID': BY_CLUSTER,
  'global.multiCluster.clusterName': BY_CLUSTER,
  'global.network': BY_CLUSTER,
  'global.proxy.clusterDomain': BY_MESH,
  'istioNamespace': BY_MESH,
  'meshConfig': 'Set it with meshConfig({...}), which has types.',
  'multiCluster.clusterName': BY_CLUSTER,
  'network': BY_CLUSTER,
  'profile': 'Set it with profile(IstioProfile.DEMO).',
  'revision': 'Set it with Istio.mesh({ revision }), and with revision(...) if that is a tag.',
};

function requireNoOwnWord(chart: IstioChart, path: Path, place: string): void {
  const found = path.map((_, index) => path.slice(0, index + 1).join('.')).find(start => Object.hasOwn(OWN_WORDS, start));
  // A gateway is installed by itself: which network and revision it is of, nobody else knows.
  if (found !== undefined && chart !== IstioChart.GATEWAY) {
    throw new Error(`${place}: "${path.join('.')}" has its own option. ${OWN_WORDS[found]}`);
  }
}

/** What the charts read although they have no default for it. */
const WITHOUT_DEFAULT: Readonly<Record<string, 'value'>> = { 'compatibilityVersion': 'value', 'global.platform': 'value' };

function requireKnown(chart: IstioChart, path: Path, value: unknown, place: string): void {
  const known: Readonly<Record<string, string>> = { ...ISTIO_VALUES[chart], ...WITHOUT_DEFAULT };
  const name = path.join('.');
  if (known[name] === 'boolean' && typeof value !== 'boolean') {
    throw new Error(`${place}: "${name}" is ${JSON.stringify(value)}, but the chart "${chart}" expects true or false. Use one of them.`);
  }
  if (known[name] === undefined && !isOpen(known, path)) {
    throw new Error(`${place}: "${name}" is not a value of the chart "${chart}". ${meantWord(name, Object.keys(known))}`);
  }
}

/** Whether names below a path are free: maps that are empty by default, requests and limits, labels and annotations. */
function isOpen(known: Readonly<Record<string, string>>, path: Path): boolean {
  return path.some((name, index) => {
    const start = path.slice(0, index + 1).join('.');
    const isPartOfPath = Object.keys(known).some(key => key === start || key.startsWith(`${start}.`));
    return isPartOfPath && (known[start] === 'map' || OPEN.includes(name));
  });
}

const OPEN: readonly string[] = ['annotations', 'defaultResources', 'labels', 'podAnnotations', 'resources', 'rollingUpdate'];
