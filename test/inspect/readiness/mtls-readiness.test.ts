import { MtlsReadiness, mtlsReadiness } from '../../../lib/inspect/readiness/mtls-readiness';
import { objectSet } from '../../support/object-set';

const all = (...documents: readonly string[]): string => documents.join('\n---\n');

const NAMESPACES = all(
  '{apiVersion: v1, kind: Namespace, metadata: {name: shop, labels: {istio-injection: enabled}}}',
  '{apiVersion: v1, kind: Namespace, metadata: {name: batch}}',
  '{apiVersion: v1, kind: Namespace, metadata: {name: quiet, labels: {istio.io/dataplane-mode: ambient}}}',
);

const service = (more = '', namespace = 'shop'): string => (
  `{apiVersion: v1, kind: Service, metadata: {name: cart, namespace: ${namespace}, labels: {app: cart}}, spec: {selector: {app: cart}${more}, ports: [{name: http, port: 80, targetPort: web}]}}`
);

/** A Deployment `name` of a namespace with the labels `app: name`. */
const workload = (name: string, namespace = 'shop', container = '', template = ''): string => (
  `{apiVersion: apps/v1, kind: Deployment, metadata: {name: ${name}, namespace: ${namespace}}, spec: {template: {metadata: {labels: {app: ${name}}${template}},
    spec: {containers: [{name: a, image: a, ports: [{name: web, containerPort: 8080}]${container}}]}}}}`
);

const policy = (spec: string, namespace = 'shop'): string => (
  `{apiVersion: security.istio.io/v1, kind: PeerAuthentication, metadata: {name: p, namespace: ${namespace}}, spec: ${spec}}`
);
const ingress = (spec: string): string => (
  `{apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: {name: web, namespace: shop}, spec: {${spec}rules: [{http: {paths: [{backend: {service: {name: cart}}}]}}]}}`
);
const route = '{apiVersion: gateway.networking.k8s.io/v1, kind: HTTPRoute, metadata: {name: r, namespace: shop}, spec: {parentRefs: [{name: gw}], rules: [{backendRefs: [{name: cart}]}]}}';
const gateway = (name: string): string => (
  `{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: gw, namespace: shop}, spec: {gatewayClassName: ${name}}}`
);
const monitor = (kind: string, spec: string): string => `{apiVersion: monitoring.coreos.com/v1, kind: ${kind}, metadata: {name: m, namespace: shop}, spec: {${spec}}}`;
const rule = (host: string, policyOf: string): string => (
  `{apiVersion: networking.istio.io/v1, kind: DestinationRule, metadata: {name: d, namespace: shop}, spec: {host: ${host}, ${policyOf}}}`
);

const READY = all(NAMESPACES, service(), workload('cart'));

function of(...documents: readonly string[]): MtlsReadiness | undefined {
  return mtlsReadiness(objectSet(all(...documents))).find(({ service: name }) => name.endsWith('/cart'));
}

const told = (readiness: MtlsReadiness | undefined): unknown => [readiness?.ready, readiness?.reasons.map(({ text, object }) => `${object}: ${text}`)];

test('[F044] each service is mapped to whether it is ready, and why not', () => {
  const yaml = all(READY, policy('{mtls: {mode: STRICT}}'), workload('job', 'batch', ', env: [{name: URL, value: "http://cart.shop/x"}]'),
    '{apiVersion: v1, kind: Service, metadata: {name: pay, namespace: shop}, spec: {selector: {app: pay}}}', workload('pay'));
  expect(mtlsReadiness(objectSet(yaml))).toEqual([
    {
      service: 'shop/cart', ready: false, mode: 'STRICT',
      reasons: [{ unknown: false, text: 'it is named by a workload without proxy, which calls it without a certificate', object: 'Deployment batch/job' }],
    },
    { service: 'shop/pay', ready: true, mode: 'STRICT', reasons: [] },
  ]);
});

describe('a service is ready', () => {
  test.each<[string, string]>([
    ['whose pods have a proxy', READY],
    ['whose pods are in ambient mode', all(NAMESPACES, service('', 'quiet'), workload('cart', 'quiet', '', ', annotations: {sidecar.istio.io/rewriteAppHTTPProbers: "false"}'))],
    ['that a workload of the mesh calls', all(READY, workload('web', 'shop', ', env: [{name: HOST, value: cart}]'))],
    ['whose name is a word of somebody outside', all(READY, workload('job', 'batch', ', args: ["--topic=cart", cart], env: [{name: TOPIC, value: cart}]'))],
    ['that somebody names who means his own namespace', all(READY, workload('job', 'batch', ', args: ["http://cart:80", "x.cart.shop", "mycart.shop-two"]'))],
    ['that an Ingress of Istio leads to', all(READY, ingress('ingressClassName: istio, '))],
    ['that a Gateway of Istio leads to', all(READY, gateway('istio'), route)],
    ['that a Gateway leads to whose class is said to be of Istio', all(READY, gateway('mine'), route,
      '{apiVersion: gateway.networking.k8s.io/v1, kind: GatewayClass, metadata: {name: mine}, spec: {controllerName: istio.io/gateway-controller}}')],
    ['that is scraped with a certificate', all(READY, monitor('ServiceMonitor', 'selector: {matchLabels: {app: cart}}, endpoints: [{port: http, tlsConfig: {certFile: /a}}]'))],
    ['that is scraped at the agent', all(READY, monitor('PodMonitor', 'selector: {matchLabels: {app: cart}}, podMetricsEndpoints: [{targetPort: 15020}]'))],
    ['beside another that is scraped', all(READY, monitor('ServiceMonitor', 'selector: {matchLabels: {app: pay}}, endpoints: [{port: http}]'),
      monitor('PodMonitor', 'selector: {}, namespaceSelector: {matchNames: [pay]}, podMetricsEndpoints: [{port: web}]'))],
    ['whose callers use TLS of the mesh', all(READY, rule('cart', 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}'), rule('pay', 'trafficPolicy: {tls: {mode: DISABLE}}'))],
    ['whose own rule hides one for many hosts', all(READY, rule('"*.shop.svc.cluster.local"', 'trafficPolicy: {tls: {mode: DISABLE}}'),
      rule('cart', 'trafficPolicy: {tls: {mode: ISTIO_MUTUAL}}').replace('name: d,', 'name: e,'))],
    ['whose other ports are kept from the proxy', all(NAMESPACES, service(), workload('cart', 'shop', '', ', annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "9090"}'))],
    ['whose probes do not ask over the network', all(NAMESPACES, service(),
      workload('cart', 'shop', ', livenessProbe: {exec: {command: [a]}}', ', annotations: {sidecar.istio.io/rewriteAppHTTPProbers: "false"}'))],
    ['whose probes are rewritten', all(NAMESPACES, service(), workload('cart', 'shop', ', livenessProbe: {httpGet: {port: 80}}'))],
    ['that is a gateway, and open to all', all(NAMESPACES, service(', type: LoadBalancer'),
      '{apiVersion: v1, kind: Pod, metadata: {name: gw, namespace: shop, labels: {app: cart}}, spec: {containers: [{name: istio-proxy, image: auto}]}}')],
    ['whose namespace has a wider policy', all(READY, policy('{mtls: {mode: PERMISSIVE}}'))],
  ])('%s', (_, yaml) => {
    expect(told(of(yaml))).toEqual([true, []]);
  });
});

describe('a service is not ready', () => {
  test.each<[string, string, string]>([
    ['without proxies', all(NAMESPACES, service('', 'batch'), workload('cart', 'batch')), 'Deployment batch/cart: its pods have no proxy, so nobody answers mutual TLS'],
    ['on the network of the node', all(NAMESPACES, service(), workload('cart').replace('spec: {containers', 'spec: {hostNetwork: true, containers')),
      'Deployment shop/cart: its pods have no proxy, so nobody answers mutual TLS'],
    ['behind an Ingress', all(READY, ingress('ingressClassName: nginx, ')),
      'Ingress shop/web: the controller of class nginx calls it, and has no certificate of the mesh unless it has a proxy'],
    ['behind an Ingress without class', all(READY, ingress('')),
      'Ingress shop/web: the controller of the default class calls it, and has no certificate of the mesh unless it has a proxy'],
    ['behind a Gateway of somebody else', all(READY, gateway('eg'), route), 'HTTPRoute shop/r: Gateway shop/gw of class eg calls it, and has no certificate of the mesh'],
    ['open to the outside', all(NAMESPACES, service(', type: NodePort'), workload('cart')),
      'Service shop/cart: it is open to callers from outside of the cluster, by its type NodePort'],
    ['scraped by a ServiceMonitor', all(READY, monitor('ServiceMonitor', 'selector: {matchLabels: {app: cart}}, endpoints: [{port: http}]')),
      'ServiceMonitor shop/m: port http is read for metrics without a client certificate'],
    ['scraped by a PodMonitor of all namespaces', all(READY, monitor('PodMonitor', 'selector: {}, namespaceSelector: {any: true}, podMetricsEndpoints: [{port: web, tlsConfig: {ca: {}}}]')),
      'PodMonitor shop/m: port web is read for metrics without a client certificate'],
    ['named by a bare word that is a host', all(READY, workload('job', 'shop', ', env: [{name: CART_HOST, value: cart}]', ', annotations: {sidecar.istio.io/inject: "false"}')),
      'Deployment shop/job: it is named by a workload without proxy, which calls it without a certificate'],
    ['named with its full name', all(READY, workload('job', 'batch', ', args: ["--to=cart.shop.svc.cluster.local:80"]')),
      'Deployment batch/job: it is named by a workload without proxy, which calls it without a certificate'],
    ['whose callers are told to come without TLS', all(READY, rule('cart', 'trafficPolicy: {tls: {mode: DISABLE}, portLevelSettings: [{tls: {mode: SIMPLE}}]}')),
      'DestinationRule shop/d: callers of the mesh come without its TLS: tls.mode is DISABLE and SIMPLE'],
    ['whose callers are told so for all hosts', all(READY, rule('"*.shop.svc.cluster.local"', 'subsets: [{name: a, trafficPolicy: {tls: {mode: MUTUAL}}}]')),
      'DestinationRule shop/d: callers of the mesh come without its TLS: tls.mode is MUTUAL'],
    ['with a port that is kept from the proxy', all(NAMESPACES, service(), workload('cart', 'shop', '', ', annotations: {traffic.sidecar.istio.io/excludeInboundPorts: "1, 8080"}')),
      'Deployment shop/cart: port 8080 is kept from its proxy by traffic.sidecar.istio.io/excludeInboundPorts, and takes everybody in plain text'],
    ['with probes that are not rewritten', all(NAMESPACES, service(),
      workload('cart', 'shop', ', readinessProbe: {grpc: {port: 80}}', ', annotations: {sidecar.istio.io/rewriteAppHTTPProbers: "false"}')),
    'Deployment shop/cart: the probes of the node come without a certificate, since sidecar.istio.io/rewriteAppHTTPProbers is "false"'],
    ['with a port that a policy keeps open', all(READY, policy('{selector: {matchLabels: {app: cart}}, mtls: {mode: STRICT}, portLevelMtls: {8080: {mode: PERMISSIVE}}}')),
      'PeerAuthentication shop/p: portLevelMtls keeps port 8080 PERMISSIVE'],
    ['with a policy of its own', all(READY, policy('{selector: {matchLabels: {app: cart}}, mtls: {mode: DISABLE}}')),
      'PeerAuthentication shop/p: a policy of its own keeps its pods DISABLE'],
  ])('%s', (_, yaml, reason) => {
    expect(told(of(yaml))).toEqual([false, [reason]]);
  });
});

describe('a service is not known to be ready', () => {
  test.each<[string, string, string]>([
    ['whose namespace is not shown', all(service(), workload('cart')),
      'Deployment shop/cart: the input does not show namespace shop, so nobody knows whether its pods have a proxy'],
    ['whose pods are not shown', all(NAMESPACES, service()), 'Service shop/cart: the input does not show the pods that it selects'],
    ['that a workload of such a namespace names', all(READY, workload('job', 'away', ', args: ["http://cart.shop"]')),
      'Deployment away/job: it is named by a workload of namespace away, of which the input does not show whether it is in the mesh'],
    ['behind a Gateway that is not shown', all(READY, route), 'HTTPRoute shop/r: Gateway shop/gw leads to it, and the input does not show whose it is'],
  ])('%s', (_, yaml, reason) => {
    expect(told(of(yaml))).toEqual([undefined, [reason]]);
  });

  test('but an obstacle counts more than what is not known', () => {
    expect(of(service(', type: NodePort'), workload('cart'))?.ready).toBe(false);
  });
});

describe('[F044] a gateway of Istio is ready', () => {
  const gatewayPods = (namespace: string, labels: string): string => (
    `{apiVersion: apps/v1, kind: Deployment, metadata: {name: gw, namespace: ${namespace}}, spec: {template: {
      metadata: {labels: {${labels}, sidecar.istio.io/inject: "true"}, annotations: {inject.istio.io/templates: gateway}},
      spec: {containers: [{name: istio-proxy, image: auto}]}}}}`
  );
  const gatewayService = (namespace: string, labels: string, own = ''): string => (
    `{apiVersion: v1, kind: Service, metadata: {name: gw, namespace: ${namespace}${own}}, spec: {type: LoadBalancer, selector: {${labels}}, ports: [{port: 443}]}}`
  );
  const form = (namespace: string, labels = 'istio: ingressgateway', own = ''): string => all(gatewayService(namespace, labels, own), gatewayPods(namespace, labels));
  const shown = '{apiVersion: v1, kind: Namespace, metadata: {name: istio-system}}';

  test.each<[string, string, string]>([
    ['beside the one that its installation may bring', all(shown, form('istio-system')), 'istio-system/gw'],
    ['whose namespace is not shown', form('istio-system'), 'istio-system/gw'],
    ['in another namespace', form('edge'), 'edge/gw'],
    ['with the labels of the chart', form('edge', 'app: gw, istio: ingress', ', labels: {app: gw, istio: ingress}'), 'edge/gw'],
    ['that an installation brings', all(shown, gatewayService('istio-system', 'istio: ingressgateway')), 'istio-system/gw'],
  ])('%s', (_, yaml, name) => {
    expect(mtlsReadiness(objectSet(yaml))).toEqual([{ service: name, ready: true, mode: 'PERMISSIVE', reasons: [] }]);
  });
});

test('left out are services without pods of their own, and the control plane', () => {
  const yaml = all('{apiVersion: v1, kind: Service, metadata: {name: a}, spec: {type: ExternalName, externalName: x.com, selector: {a: b}}}',
    '{apiVersion: v1, kind: Service, metadata: {name: b}, spec: {ports: [{port: 1}]}}',
    '{apiVersion: v1, kind: Service, metadata: {name: c, labels: {istio: pilot}}, spec: {selector: {a: b}}}');
  expect(mtlsReadiness(objectSet(yaml))).toEqual([]);
});

test('the mode is the one that takes most callers', () => {
  const mode = (...policies: readonly string[]): unknown => of(READY, ...policies)?.mode;
  expect([mode(), mode(policy('{mtls: {mode: STRICT}}')), mode(policy('{mtls: {mode: DISABLE}}', 'istio-system'))]).toEqual(['PERMISSIVE', 'STRICT', 'DISABLE']);
});
