import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-api.default.svc.cluster.local';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-3.2/main.ts');
const [policy, rules] = loadAll(text) as any[];

// In the document each version has a way of its own to choose an instance, so that the hash of the host never holds.
test('[F024] [F027] [F028] [F029] [F030] [F031] its policy is that of the corrected manifest: no version hides the hash', () => {
  expect(policy).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: rust-api, namespace: default}
    spec:
      host: ${host}
      trafficPolicy:
        loadBalancer: {consistentHash: {httpHeaderName: x-session-id}}
        connectionPool:
          tcp: {maxConnections: 100, connectTimeout: 10s}
          http: {http1MaxPendingRequests: 50, http2MaxRequests: 100, maxRequestsPerConnection: 2}
        outlierDetection: {consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50, minHealthPercent: 40}
      subsets:
      - {name: v1, labels: {version: v1}}
      - {name: v2, labels: {version: v2}}
  `));
});

test('[F013] [F019] all requests go to the first version, so that v2 gets none by being there', () => {
  expect(rules.spec).toEqual({ hosts: [host], http: [{ name: 'default', route: [{ destination: { host, subset: 'v1', port: { number: 8080 } } }] }] });
});
