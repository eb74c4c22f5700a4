import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-Linkerd.1/main.ts');

// In the document the annotation stands on the Deployment, which no injector reads, the image is "latest", and traces go to the proxy, which
// takes none.
test('[F003] [F103] [F105] [F106] [F109] [F112] its objects are those of the corrected manifest, and its pods have the annotation', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'order-service',
    image: 'myregistry/order-service:v1',
    replicas: 3,
    annotations: { 'linkerd.io/inject': 'enabled' },
    meshLabels: {},
    env: [
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://opentelemetry-collector.observability.svc.cluster.local:4317' },
      { name: 'RUST_LOG', value: 'info' },
    ],
  }));
});
