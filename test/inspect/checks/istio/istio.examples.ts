import { istioObject, RuleExamples } from '../rule-examples';

const networking = (kind: string, spec: string): string => istioObject('networking.istio.io/v1', kind, spec);
const documents = (...objects: readonly string[]): string => objects.join('---\n');

const service = (name: string, ports = '[{name: http, port: 80}]'): string => `\
apiVersion: v1
kind: Service
metadata: {name: ${name}, namespace: shop}
spec: {selector: {app: ${name}}, ports: ${ports}}
`;

const deployment = (labels: string): string => `\
apiVersion: apps/v1
kind: Deployment
metadata: {name: cart, namespace: shop}
spec:
  selector: {matchLabels: {${labels}}}
  template:
    metadata: {labels: {${labels}}}
    spec: {containers: [{name: app, image: "cart:1.0"}]}
`;

const virtualService = (destination: string, more = ''): string => networking('VirtualService', `\
hosts: [cart]
${more}http: [{route: [{destination: ${destination}}]}]
`);

const gateway = (servers: string, selector = 'istio: ingressgateway'): string => networking('Gateway', `selector: {${selector}}\nservers: ${servers}\n`);
const server = (tls: string): string => `[{hosts: [shop.example.com], port: {name: https, number: 443, protocol: HTTPS}, tls: {mode: SIMPLE${tls}}}]`;

const rbac = (kind: string, group: string): string => `\
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: {name: roles.${group}}
spec:
  group: ${group}
  names: {kind: ${kind}, plural: roles}
  scope: Namespaced
  versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]
`;

const meshConfig = (provider: string): string => `\
apiVersion: v1
kind: ConfigMap
metadata: {name: istio, namespace: istio-system}
data: {mesh: '{"extensionProviders": [{"name": "traces", "${provider}": {"service": "traces.example.com", "port": 443}}]}'}
`;

const webhook = (name: string, client: string, selector: string): string => `\
apiVersion: admissionregistration.k8s.io/v1
kind: MutatingWebhookConfiguration
metadata: {name: ${name}}
webhooks:
  - name: sidecar-injector.istio.io
    admissionReviewVersions: [v1]
    sideEffects: None
    clientConfig: ${client}
    namespaceSelector: {matchLabels: {${selector}}}
`;
const istiod = '{service: {name: cart, namespace: shop}}';

const policy = (namespace: string): string => istioObject('security.istio.io/v1', 'AuthorizationPolicy', `\
rules: [{from: [{source: {namespaces: [${namespace}]}}]}]
`);

const telemetry = (name: string, more = ''): string => `\
apiVersion: telemetry.istio.io/v1
kind: Telemetry
metadata: {name: ${name}, namespace: shop}
spec: {accessLogging: [{providers: [{name: envoy}]}]${more}}
`;
const attached = ', targetRefs: [{kind: Service, name: cart}]';

const tracing = istioObject('telemetry.istio.io/v1', 'Telemetry', 'tracing: [{providers: [{name: traces}]}]\n');

/** The rules of istioctl's analyzers that share a code. */
export const istioExamples: RuleExamples = {
  'deprecated-delay-percent': {
    bad: virtualService('{host: cart}').replace('{route', '{fault: {delay: {fixedDelay: 2s, percent: 10}}, route'),
    good: virtualService('{host: cart}').replace('{route', '{fault: {delay: {fixedDelay: 2s, percentage: {value: 10}}}, route'),
  },
  'deprecated-egress-proxy': {
    bad: networking('Sidecar', 'outboundTrafficPolicy: {mode: ALLOW_ANY, egressProxy: {host: egress.shop.svc.cluster.local, port: {number: 80}}}\n'),
    good: networking('Sidecar', 'outboundTrafficPolicy: {mode: ALLOW_ANY}\n'),
  },
  'deprecated-lightstep': { bad: documents(meshConfig('lightstep'), tracing), good: documents(meshConfig('opentelemetry'), tracing) },
  'deprecated-rbac-crd': { bad: rbac('ServiceRole', 'rbac.istio.io'), good: rbac('ServiceRole', 'example.com') },
  'destination-host': { bad: documents(service('cart'), virtualService('{host: carts}')), good: documents(service('cart'), virtualService('{host: cart}')) },
  'destination-port': {
    bad: documents(service('cart'), virtualService('{host: cart, port: {number: 8080}}')),
    good: documents(service('cart'), virtualService('{host: cart, port: {number: 80}}')),
  },
  'destination-subset': {
    bad: documents(service('cart'), virtualService('{host: cart, subset: v1}')),
    good: documents(service('cart'), networking('DestinationRule', 'host: cart\nsubsets: [{name: v1}]\n'), virtualService('{host: cart, subset: v1}')),
  },
  'gateway-credential': {
    bad: gateway(server(', credentialName: shop-tls')),
    good: gateway(server(', serverCertificate: /etc/tls.crt, privateKey: /etc/tls.key')),
    complete: true,
  },
  'gateway-unknown': {
    bad: documents(service('cart'), virtualService('{host: cart}', 'gateways: [edge, mesh]\n')),
    good: documents(service('cart'), virtualService('{host: cart}', 'gateways: [mesh]\n')),
  },
  'selector-without-servers': {
    bad: gateway('[]'),
    good: gateway('[{hosts: [shop.example.com], port: {name: http, number: 80, protocol: HTTP}}]'),
  },
  'policy-namespace': { bad: policy('web'), good: policy('shop'), complete: true },
  'selector-without-pods': {
    bad: documents(deployment('app: cart'), networking('Sidecar', 'workloadSelector: {labels: {app: carts}}\negress: [{hosts: ["./*"]}]\n')),
    good: documents(deployment('app: cart'), networking('Sidecar', 'workloadSelector: {labels: {app: cart}}\negress: [{hosts: ["./*"]}]\n')),
  },
  'telemetry-default-conflict': { bad: documents(telemetry('one'), telemetry('two')), good: telemetry('one') },
  'telemetry-target-conflict': { bad: documents(telemetry('one'), telemetry('two', attached)), good: telemetry('two', attached) },
  'webhook-overlap': {
    bad: documents(webhook('one', istiod, 'istio-injection: enabled'), webhook('two', istiod, 'istio-injection: enabled')),
    good: webhook('one', istiod, 'istio-injection: enabled'),
  },
  'webhook-service': {
    bad: documents(service('carts'), webhook('one', istiod, 'istio-injection: enabled')),
    good: documents(service('cart'), webhook('one', istiod, 'istio-injection: enabled')),
  },
};
