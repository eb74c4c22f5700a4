import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'go-app.k8s.yaml': text } = renderedBy('examples/S3-6.1/main.ts');

// The document shows the annotations alone.
test('[F113] its pods have the annotations of the document', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'go-app',
    image: 'your-registry/go-app:v1',
    annotations: {
      'sidecar.istio.io/proxyCPU': '100m',
      'sidecar.istio.io/proxyCPULimit': '2000m',
      'sidecar.istio.io/proxyMemory': '128Mi',
      'sidecar.istio.io/proxyMemoryLimit': '1024Mi',
    },
  }));
});
