import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload, getting } from './canonical-workload';

const { 'go-app.k8s.yaml': text } = renderedBy('examples/S3-7.1/main.ts');

// The document asks for /ready, which its program does not answer: the pod would never get requests.
test('[F107] its probes are those of the corrected manifest: both ask for /health', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'go-app',
    image: 'your-registry/go-app:v1',
    liveness: getting('/health', { initialDelaySeconds: 30, periodSeconds: 10 }),
    readiness: getting('/health', { initialDelaySeconds: 10, periodSeconds: 5 }),
  }));
});
