import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'order-service.default.svc.cluster.local';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-Istio.3/main.ts');
const [policy, rules] = loadAll(text) as any[];

// The document counts "consecutive errors", which the mesh ignores.
test('[F024] [F027] [F028] [F029] [F030] [F031] [F032] its policy is that of the corrected manifest: it counts answers of 5xx', () => {
  expect(policy).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: order-service, namespace: default}
    spec:
      host: ${host}
      trafficPolicy:
        connectionPool:
          tcp: {maxConnections: 100}
          http: {http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2}
        outlierDetection: {consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50}
      subsets:
      - {name: v1, labels: {version: v1}}
      - name: v2
        labels: {version: v2}
        trafficPolicy: {loadBalancer: {consistentHash: {httpHeaderName: x-user-id}}}
  `));
});

test('[F013] [F019] all requests go to the first version, so that v2 gets none by being there', () => {
  expect(rules.spec).toEqual({ hosts: [host], http: [{ name: 'default', route: [{ destination: { host, subset: 'v1', port: { number: 8080 } } }] }] });
});
