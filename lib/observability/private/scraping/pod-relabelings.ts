import { copy, drop, keep, Relabeling } from './relabeling';

const POD = '__meta_kubernetes_pod';
const PORT = `${POD}_annotation_prometheus_io_port`;

/** Asks the pod at the port that its annotation names. An address of IPv6 stands in brackets before a port. */
const ANNOTATED_ADDRESS: readonly Relabeling[] = [
  { action: 'replace', sourceLabels: [PORT, `${POD}_ip`], regex: String.raw`(\d+);(.*:.*)`, replacement: '[$2]:$1', targetLabel: '__address__' },
  { action: 'replace', sourceLabels: [PORT, `${POD}_ip`], regex: String.raw`(\d+);([0-9.]+)`, replacement: '$2:$1', targetLabel: '__address__' },
];

const ANNOTATED_PATH: Relabeling = {
  action: 'replace', sourceLabels: [`${POD}_annotation_prometheus_io_path`], regex: '(.+)', targetLabel: '__metrics_path__',
};

/** What a series says of where it comes from. */
export const PLACE: readonly Relabeling[] = [copy('__meta_kubernetes_namespace', 'namespace'), copy(`${POD}_name`, 'pod')];

const ANNOTATED: Relabeling = keep(`${POD}_annotation_prometheus_io_scrape`, 'true');

/** The container of proxies, of gateways and waypoints as well, and of ztunnel. */
const PROXY = 'istio-proxy';

/** What the containers of a pod are of: metrics that come by way of its proxy all have the same job. */
const APP: Relabeling = copy(`${POD}_label_app`, 'app');

/** Proxies, each at the port where it serves its own metrics along with those of the containers beside it. */
export const PROXIES: readonly Relabeling[] = [keep(`${POD}_container_name`, PROXY), ANNOTATED, ANNOTATED_PATH, ...ANNOTATED_ADDRESS, ...PLACE, APP];

/** What has no address, or serves nothing any more. */
export const RUNNING: Relabeling = drop(`${POD}_phase`, 'Pending|Succeeded|Failed');

/** Pods without a proxy that say where they serve metrics. The others are asked by way of their proxies. */
export const ANNOTATED_PODS: readonly Relabeling[] = [
  ANNOTATED,
  drop(`${POD}_container_name`, PROXY),
  drop(`${POD}_annotationpresent_sidecar_istio_io_status`, 'true'),
  drop(`${POD}_label_istio`, 'pilot'),
  RUNNING,
  ANNOTATED_PATH,
  ...ANNOTATED_ADDRESS,
  ...PLACE,
  APP,
];

/** Pods with a label, asked at one port. A pod of several containers is one target: those that are alike are asked once. */
export function labelledPods(label: string, value: string, port: number): Relabeling[] {
  return [...podsAt(label, value, port), ...PLACE, APP];
}

/** The same, and nothing is said of where their metrics come from. */
export function podsAt(label: string, value: string, port: number): Relabeling[] {
  return [
    keep(`${POD}_label_${label}`, value),
    RUNNING,
    { action: 'replace', sourceLabels: [`${POD}_ip`], regex: '(.*:.*)', replacement: `[$1]:${port}`, targetLabel: '__address__' },
    { action: 'replace', sourceLabels: [`${POD}_ip`], regex: '([0-9.]+)', replacement: `$1:${port}`, targetLabel: '__address__' },
  ];
}
