import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'otlp-collector.otlp-system.svc.cluster.local';

const { 'otlp-collector.k8s.yaml': text } = renderedBy('examples/S1-DR/main.ts');
const [policy, rules] = loadAll(text) as any[];

// The document counts "consecutive errors", which the mesh ignores.
test('[F024] [F027] [F029] [F030] [F031] [F032] its policy is that of the corrected manifest: it counts answers of 5xx', () => {
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
      - {name: v1, labels: {version: v1}}
      - {name: v2, labels: {version: v2}}
  `));
});

test('[F013] [F019] all requests go to the first version, so that v2 gets none by being there', () => {
  expect(rules.spec).toEqual({ hosts: [host], http: [{ name: 'default', route: [{ destination: { host, subset: 'v1', port: { number: 4318 } } }] }] });
});
