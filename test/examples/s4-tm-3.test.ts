import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-TM.3/main.ts');

// The document counts "consecutive errors", which the mesh ignores, and leaves open how many instances may be out: half of them.
test('[F019] [F029] [F030] [F031] [F032] [F034] its policy is that of the corrected manifest: it counts answers of 5xx', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: order-service, namespace: default}
      spec:
        host: order-service.default.svc.cluster.local
        trafficPolicy:
          connectionPool:
            tcp: {maxConnections: 100}
            http: {http1MaxPendingRequests: 1, maxRequestsPerConnection: 1}
          outlierDetection: {consecutive5xxErrors: 5, interval: 30s, baseEjectionTime: 30s, maxEjectionPercent: 50}
  `));
});
