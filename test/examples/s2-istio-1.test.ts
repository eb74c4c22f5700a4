import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-app.default.svc.cluster.local';

const { 'rust-app.k8s.yaml': text } = renderedBy('examples/S2-Istio.1/main.ts');
const [policy, rules] = loadAll(text) as any[];

// The document has short hosts. Port 80 is that of the Service in section S2-k8s.
test('[F011] [F012] [F013] [F019] [F092] its rules are those of the corrected manifest', () => {
  expect(rules).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: rust-app, namespace: default}
    spec:
      hosts: [${host}]
      http:
      - name: canary
        match: [{headers: {x-canary: {exact: "true"}}}]
        route: [{destination: {host: ${host}, subset: v2, port: {number: 80}}}]
      - name: default
        route:
        - {destination: {host: ${host}, subset: v1, port: {number: 80}}, weight: 80}
        - {destination: {host: ${host}, subset: v2, port: {number: 80}}, weight: 20}
  `));
});

// The document counts "consecutive errors", which the mesh ignores.
test('[F024] [F029] [F030] [F031] [F032] its policy is that of the corrected manifest: it counts answers of 5xx', () => {
  expect(policy).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: DestinationRule
    metadata: {name: rust-app, namespace: default}
    spec:
      host: ${host}
      trafficPolicy:
        connectionPool:
          tcp: {maxConnections: 100}
          http: {http1MaxPendingRequests: 50, http2MaxRequests: 100}
        outlierDetection: {consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50}
      subsets:
      - {name: v1, labels: {version: v1}}
      - {name: v2, labels: {version: v2}}
  `));
});
