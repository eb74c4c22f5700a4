/** The API versions of the kinds that tests write. */
const API_VERSIONS: Readonly<Record<string, string>> = {
  VirtualService: 'networking.istio.io/v1', DestinationRule: 'networking.istio.io/v1', ServiceEntry: 'networking.istio.io/v1', Sidecar: 'networking.istio.io/v1',
  IstioGateway: 'networking.istio.io/v1', Telemetry: 'telemetry.istio.io/v1', PeerAuthentication: 'security.istio.io/v1', AuthorizationPolicy: 'security.istio.io/v1',
  RequestAuthentication: 'security.istio.io/v1', WasmPlugin: 'extensions.istio.io/v1alpha1', ProxyConfig: 'networking.istio.io/v1beta1',
  Deployment: 'apps/v1', Job: 'batch/v1', Canary: 'flagger.app/v1beta1', MetricTemplate: 'flagger.app/v1beta1', HTTPRoute: 'gateway.networking.k8s.io/v1',
  Gateway: 'gateway.networking.k8s.io/v1', TrafficSplit: 'split.smi-spec.io/v1alpha2', ServiceProfile: 'linkerd.io/v1alpha2', Rollout: 'argoproj.io/v1alpha1',
  PodMonitor: 'monitoring.coreos.com/v1', ServiceMonitor: 'monitoring.coreos.com/v1', PrometheusRule: 'monitoring.coreos.com/v1', Prometheus: 'monitoring.coreos.com/v1',
  Certificate: 'cert-manager.io/v1', IstioOperator: 'install.istio.io/v1alpha1', ReferenceGrant: 'gateway.networking.k8s.io/v1beta1',
  GRPCRoute: 'gateway.networking.k8s.io/v1', TLSRoute: 'gateway.networking.k8s.io/v1alpha3', TCPRoute: 'gateway.networking.k8s.io/v1alpha2',
};

/** An object in one line of YAML: `Kind namespace/name`, and its spec; more fields of `metadata` may stand behind the name. */
export function kube(place: string, spec = '{}'): string {
  const [kind, fullName, ...metadata] = place.split(' ');
  const [namespace, name] = fullName.includes('/') ? fullName.split('/') : ['', fullName];
  const head = `apiVersion: ${API_VERSIONS[kind] ?? 'v1'}, kind: ${kind === 'IstioGateway' ? 'Gateway' : kind}`;
  const space = namespace === '' ? '' : `, namespace: ${namespace}`;
  return `{${head}, metadata: {name: ${name}${space}${metadata.length === 0 ? '' : `, ${metadata.join(' ')}`}}, spec: ${spec}}`;
}

/** Objects that stand together in one file. */
export function together(...objects: readonly string[]): string {
  return objects.join('\n---\n');
}

/** A Deployment whose pods have some labels beside `app`, which is its name, and one container. */
export function deployment(place: string, { labels = '', annotations = '', container = '', pod = '' }: PodParts = {}): string {
  const name = place.split('/').at(-1)!;
  const metadata = `{labels: {app: ${name}${labels === '' ? '' : `, ${labels}`}}, annotations: {${annotations}}}`;
  const main = `{name: app, image: "shop:1"${container === '' ? '' : `, ${container}`}}`;
  return kube(`Deployment ${place}`, `{selector: {matchLabels: {app: ${name}}}, template: {metadata: ${metadata}, spec: {${pod === '' ? '' : `${pod}, `}containers: [${main}]}}}`);
}

/** A Deployment with the ReplicaSet that it has made, which says the same of its pods. */
export function withReplicaSet(made: string): string {
  const [, name] = /name: ([\w-]+)/.exec(made)!;
  const owner = `ownerReferences: [{apiVersion: apps/v1, kind: Deployment, name: ${name}, uid: a, controller: true}]`;
  return together(made, made.replace('kind: Deployment', 'kind: ReplicaSet').replace('metadata: {', `metadata: {${owner}, `));
}

/** What pods of a test say beside their name, as YAML within a mapping. */
export interface PodParts {
  readonly labels?: string;
  readonly annotations?: string;
  readonly container?: string;
  readonly pod?: string;
}

/** A Service that selects pods by the label `app`, which is its name. */
export function service(place: string, ports = '{name: http, port: 80}'): string {
  return kube(`Service ${place}`, `{selector: {app: ${place.split('/').at(-1)!}}, ports: [${ports}]}`);
}
