import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalNamespace, canonicalWorkload, getting } from './canonical-workload';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-Ex.3/main.ts');

// In the document the port of the Service has no name, and traces go to the proxy, which takes none.
test('[F001] [F103] [F105] [F106] [F107] [F108] [F112] its objects are those of the corrected manifest', () => {
  expect(loadAll(text)).toEqual([canonicalNamespace('ecommerce'), ...canonicalWorkload({
    app: 'order-service',
    namespace: 'ecommerce',
    image: 'myregistry/order-service:v1',
    replicas: 3,
    env: [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://opentelemetry-collector.observability.svc.cluster.local:4317' }],
    resources: { requests: { cpu: '100m', memory: '128Mi' }, limits: { cpu: '500m', memory: '512Mi' } },
    liveness: getting('/health', { initialDelaySeconds: 10 }),
    readiness: getting('/health', { initialDelaySeconds: 5 }),
  })]);
});
