import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload, getting } from './canonical-workload';

const { 'go-app.k8s.yaml': text } = renderedBy('examples/S3-2.2/main.ts');

// In the document the image is "latest", the Deployment selects pods of every version, nothing asks how the program is, and the host of the collector
// is a short name, which is another one in each namespace.
test('[F103] [F104] [F105] [F106] [F107] [F108] [F109] its objects are those of the corrected manifest', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'go-app',
    image: 'your-registry/go-app:v1',
    env: [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://opentelemetry-collector.observability.svc.cluster.local:4317' }],
    liveness: getting('/health', { initialDelaySeconds: 30 }),
    readiness: getting('/health', { initialDelaySeconds: 10, periodSeconds: 5 }),
  }));
});
