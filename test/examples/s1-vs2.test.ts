import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'otlp-collector.otlp-system.svc.cluster.local';

const { 'otlp-collector.k8s.yaml': text } = renderedBy('examples/S1-VS2/main.ts');
const [policy, rules] = loadAll(text) as any[];

// The document counts "consecutive errors", which the mesh ignores.
test('[F025] [F027] [F029] [F030] [F031] [F032] its policy is that of the corrected manifest: "stable" is a name for the pods of v1', () => {
  expect(policy).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: otlp-collector, namespace: otlp-system}
    spec:
      host: ${host}
      trafficPolicy:
        loadBalancer: {consistentHash: {httpHeaderName: x-tenant-id}}
        connectionPool:
          tcp: {maxConnections: 100, connectTimeout: 10s}
          http: {http1MaxPendingRequests: 1024, http2MaxRequests: 1024, maxRequestsPerConnection: 100}
        outlierDetection: {consecutive5xxErrors: 5, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 50}
      subsets:
      - {name: stable, labels: {version: v1}}
  `));
});

// In the document, four tries of ten seconds have thirty seconds, and a batch that was taken may be sent again.
test('[F013] [F014] [F015] [F016] [F019] its rules are those of the corrected manifest', () => {
  expect(rules).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: otlp-collector, namespace: otlp-system}
    spec:
      hosts: [${host}]
      http:
      - name: default
        route: [{destination: {host: ${host}, subset: stable, port: {number: 4318}}}]
        timeout: 30s
        retries: {attempts: 3, perTryTimeout: 7s, retryOn: "connect-failure,refused-stream,reset-before-request"}
  `));
});
