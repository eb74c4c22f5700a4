import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-6.2/main.ts');

// In the document it is a second rule for one host, of which the mesh would ignore the policy. So it has the name of the service.
test('[F029] [F030] [F031] [F034] its policy is that of the corrected manifest, the only one of the host', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: rust-api, namespace: default}
      spec:
        host: rust-api.default.svc.cluster.local
        trafficPolicy:
          connectionPool:
            tcp: {maxConnections: 100}
            http: {http1MaxPendingRequests: 10, http2MaxRequests: 100, maxRequestsPerConnection: 2}
          outlierDetection:
            consecutive5xxErrors: 5
            consecutiveGatewayErrors: 5
            interval: 10s
            baseEjectionTime: 30s
            maxEjectionPercent: 50
            minHealthPercent: 50
  `));
});
