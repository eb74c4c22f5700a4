import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'go-app.default.svc.cluster.local';

const { 'go-app.k8s.yaml': text } = renderedBy('examples/S3-4.1/main.ts');
const [policy, rules] = loadAll(text) as any[];

// The document has timeout and retries outside of the rules, where an API server refuses them.
test('[F011] [F012] [F014] [F015] [F016] [F019] [F092] its rules are those of the corrected manifest, each with timeout and retries', () => {
  expect(rules).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: go-app, namespace: default, annotations: {cdk8s-mesh/idempotent: 'true'}}
    spec:
      hosts: [${host}]
      http:
      - name: canary
        match: [{headers: {canary: {exact: "true"}}}]
        route: [{destination: {host: ${host}, subset: v2, port: {number: 8080}}}]
        timeout: 10s
        retries: {attempts: 3, perTryTimeout: 2s, retryOn: "5xx,reset,connect-failure"}
      - name: default
        route:
        - {destination: {host: ${host}, subset: v1, port: {number: 8080}}, weight: 90}
        - {destination: {host: ${host}, subset: v2, port: {number: 8080}}, weight: 10}
        timeout: 10s
        retries: {attempts: 3, perTryTimeout: 2s, retryOn: "5xx,reset,connect-failure"}
  `));
});

// The document counts "consecutive errors", which the mesh ignores.
test('[F024] [F026] [F029] [F030] [F031] [F032] its policy is that of the corrected manifest: it counts answers of 5xx', () => {
  expect(policy).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: go-app, namespace: default}
    spec:
      host: ${host}
      trafficPolicy:
        loadBalancer: {simple: LEAST_REQUEST}
        connectionPool:
          tcp: {maxConnections: 100}
          http: {http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2}
        outlierDetection: {consecutive5xxErrors: 5, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 50}
      subsets:
      - {name: v1, labels: {version: v1}}
      - {name: v2, labels: {version: v2}}
  `));
});
