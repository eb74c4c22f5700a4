/** An object in YAML: its type as `apiVersion Kind`, its name as `namespace/name`, what stands in its metadata besides, and its other fields. */
export function yamlObject(type: string, fullName: string, body = '', metadata = ''): string {
  const [[apiVersion, kind], [name, namespace]] = [type.split(' '), fullName.split('/').reverse()];
  const identity = [`name: "${name}"`, ...namespace === undefined ? [] : [`namespace: ${namespace}`], ...metadata === '' ? [] : [metadata]];
  return `---\napiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: {${identity.join(', ')}}\n${body}\n`;
}

/** Short names of the types that tests use. */
export const TYPES = {
  authorizationPolicy: 'security.istio.io/v1 AuthorizationPolicy',
  configMap: 'v1 ConfigMap',
  crd: 'apiextensions.k8s.io/v1 CustomResourceDefinition',
  deployment: 'apps/v1 Deployment',
  destinationRule: 'networking.istio.io/v1 DestinationRule',
  envoyFilter: 'networking.istio.io/v1alpha3 EnvoyFilter',
  gateway: 'networking.istio.io/v1 Gateway',
  kubernetesGateway: 'gateway.networking.k8s.io/v1 Gateway',
  namespace: 'v1 Namespace',
  node: 'v1 Node',
  pod: 'v1 Pod',
  requestAuthentication: 'security.istio.io/v1 RequestAuthentication',
  secret: 'v1 Secret',
  service: 'v1 Service',
  serviceEntry: 'networking.istio.io/v1 ServiceEntry',
  sidecar: 'networking.istio.io/v1 Sidecar',
  telemetry: 'telemetry.istio.io/v1 Telemetry',
  virtualService: 'networking.istio.io/v1 VirtualService',
  workloadEntry: 'networking.istio.io/v1 WorkloadEntry',
} as const;

/** A Pod with labels, as a cluster has it. */
export function yamlPod(fullName: string, labels: string, spec = 'containers: [{name: app, image: "app:1"}]', more = ''): string {
  return yamlObject(TYPES.pod, fullName, `spec: {${spec}}`, `labels: {${labels}}${more}`);
}

/** A Deployment whose pods have labels. */
export function yamlDeployment(fullName: string, labels: string, containers = '{name: app, image: "app:1"}', metadata = ''): string {
  return yamlObject(TYPES.deployment, fullName, `spec: {template: {metadata: {labels: {${labels}}}, spec: {containers: [${containers}]}}}`, metadata);
}

/** A Service for the pods with `app: NAME`. */
export function yamlService(fullName: string, ports = '{name: http, port: 80}', more = ''): string {
  return yamlObject(TYPES.service, fullName, `spec: {selector: {app: ${fullName.split('/').pop()}}, ports: [${ports}]${more}}`);
}
