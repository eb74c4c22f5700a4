import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'backend-service.k8s.yaml': text } = renderedBy('examples/S1-CB/main.ts');

// The document counts "consecutive errors", which the mesh ignores, and has a short host.
test('[F019] [F031] [F032] its policy is that of the corrected manifest: it counts answers of 5xx', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: backend-service, namespace: default}
      spec:
        host: backend-service.default.svc.cluster.local
        trafficPolicy:
          outlierDetection: {consecutive5xxErrors: 5, interval: 10s, baseEjectionTime: 30s, maxEjectionPercent: 50}
  `));
});
