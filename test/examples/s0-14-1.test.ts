import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalAccount, canonicalDeployment, canonicalNamespace, canonicalService, WorkloadFacts } from './canonical-workload';

const namespace = 'ecommerce';
const api: WorkloadFacts = { app: 'api-gateway', namespace, image: 'myregistry.io/api-gateway:v1', replicas: 3 };
const products: WorkloadFacts = { app: 'product-service', namespace, image: 'myregistry.io/product-service:v1', replicas: 5 };
const canary: WorkloadFacts = { ...products, image: 'myregistry.io/product-service:v2', replicas: 1, version: 'v2' };

const { 'ecommerce.k8s.yaml': text } = renderedBy('examples/S0-14.1/main.ts');
const objects = loadAll(text) as any[];

// The document has a command in place of the namespace, no Services and no accounts, an image "latest", and a selector that takes pods of other
// versions.
test('[F001] [F103] [F104] [F105] [F106] [F108] [F109] [F112] its namespace and its workloads are those of the corrected manifest', () => {
  expect(objects.filter(({ apiVersion }) => !apiVersion.includes('.istio.io/'))).toEqual([
    canonicalNamespace(namespace),
    // The route of the gateway needs it.
    canonicalService(api),
    canonicalAccount(api), canonicalDeployment(api),
    canonicalAccount(products), canonicalService(products), canonicalDeployment(products), canonicalDeployment(canary),
  ]);
});

test('[F035] [F040] its gateway is that of the corrected manifest', () => {
  expect(objects.find(({ kind }) => kind === 'Gateway')).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: ecommerce-gateway, namespace: ecommerce}
    spec:
      selector: {istio: ingressgateway}
      servers:
      - port: {number: 80, name: http, protocol: HTTP}
        hosts: [ecommerce.example.com]
  `));
});

// Four tries of ten seconds, as in the document, do not fit into thirty. What a POST may have done already is not tried again.
test('[F012] [F014] [F015] [F016] [F018] [F039] [F090] its rules are those of the corrected manifest, from outside and from inside', () => {
  expect(objects.filter(({ kind }) => kind === 'VirtualService').map(({ metadata: { name }, spec }) => ({ name, spec }))).toEqual(load(`
    - name: ecommerce-gateway.ecommerce.example.com
      spec:
        hosts: [ecommerce.example.com]
        gateways: [ecommerce/ecommerce-gateway]
        http:
        - name: api-gateway
          match: [{uri: {prefix: /api}}]
          route: [{destination: {host: api-gateway.ecommerce.svc.cluster.local, port: {number: 8080}}}]
          timeout: 30s
          retries: {attempts: 3, perTryTimeout: 7s, retryOn: "connect-failure,refused-stream,reset-before-request"}
    - name: api-gateway
      spec:
        hosts: [api-gateway.ecommerce.svc.cluster.local]
        http:
        - name: default
          route: [{destination: {host: api-gateway.ecommerce.svc.cluster.local, port: {number: 8080}}}]
          timeout: 30s
          retries: {attempts: 3, perTryTimeout: 7s, retryOn: "connect-failure,refused-stream,reset-before-request"}
    - name: product-service
      spec:
        hosts: [product-service.ecommerce.svc.cluster.local]
        http:
        - name: default
          route:
          - {destination: {host: product-service.ecommerce.svc.cluster.local, subset: v1, port: {number: 8080}}, weight: 90}
          - {destination: {host: product-service.ecommerce.svc.cluster.local, subset: v2, port: {number: 8080}}, weight: 10}
  `));
});

// The hash holds within a version: a user may meet both.
test('[F024] [F027] [F029] [F030] [F031] its policy is that of the corrected manifest', () => {
  expect(objects.filter(({ kind }) => kind === 'DestinationRule')).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: product-service, namespace: ecommerce}
      spec:
        host: product-service.ecommerce.svc.cluster.local
        trafficPolicy:
          loadBalancer: {consistentHash: {httpHeaderName: x-user-id}}
          connectionPool:
            tcp: {maxConnections: 100}
            http: {http1MaxPendingRequests: 10, maxRequestsPerConnection: 2}
          outlierDetection: {consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50}
        subsets:
        - {name: v1, labels: {version: v1}}
        - {name: v2, labels: {version: v2}}
  `));
});

// That of a whole namespace is called "default".
test('[F041] its namespace takes mutual TLS alone, as in the corrected manifest', () => {
  expect(objects.filter(({ kind }) => kind === 'PeerAuthentication')).toEqual(load(`
    - apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: default, namespace: ecommerce}
      spec: {mtls: {mode: STRICT}}
  `));
});

// The document has the last one alone, and no account for the caller that it names. Where nobody is let in by default, the gateway lets everybody in,
// and its own service lets the gateway in.
test('[F045] [F046] who may call products is said in the corrected manifest', () => {
  expect(objects.filter(({ kind }) => kind === 'AuthorizationPolicy').map(({ metadata, spec }) => ({ metadata, spec }))).toEqual(load(`
    - metadata: {name: ecommerce.ecommerce-gateway, namespace: istio-system}
      spec:
        selector: {matchLabels: {istio: ingressgateway}}
        rules: [{}]
    - metadata: {name: api-gateway, namespace: ecommerce}
      spec:
        selector: {matchLabels: {app: api-gateway}}
        rules: [{from: [{source: {namespaces: [istio-system]}}]}]
    - metadata: {name: product-service, namespace: ecommerce}
      spec:
        selector: {matchLabels: {app: product-service}}
        rules:
        - from: [{source: {principals: [cluster.local/ns/ecommerce/sa/api-gateway]}}]
          to: [{operation: {methods: [GET, POST]}}]
  `));
});
