import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'rust-app.k8s.yaml': text } = renderedBy('examples/S2-BP2/main.ts');

// The document shows the annotations alone, and among them a value of the installation, which no pod can have.
test('[F113] its pods have the annotations of the document', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'rust-app',
    image: 'rust-app:v1.0.0',
    annotations: {
      'sidecar.istio.io/proxyCPU': '100m',
      'sidecar.istio.io/proxyCPULimit': '200m',
      'sidecar.istio.io/proxyMemory': '128Mi',
      'sidecar.istio.io/proxyMemoryLimit': '256Mi',
    },
  }));
});
