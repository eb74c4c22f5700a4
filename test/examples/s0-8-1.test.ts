import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload, getting } from './canonical-workload';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-8.1/main.ts');

// The document asks for the proxy twice, by an annotation that is out of use, sends traces to the proxy, which takes none, and has neither a
// Service nor an account. 2048Mi is its 2Gi.
test('[F002] [F103] [F105] [F106] [F107] [F108] [F110] [F112] [F113] [F114] its objects are those of the corrected manifest', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'rust-api',
    image: 'myregistry.io/rust-api:v1',
    replicas: 3,
    annotations: {
      'sidecar.istio.io/interceptionMode': 'REDIRECT',
      'sidecar.istio.io/proxyCPU': '100m',
      'sidecar.istio.io/proxyCPULimit': '500m',
      'sidecar.istio.io/proxyMemory': '128Mi',
      'sidecar.istio.io/proxyMemoryLimit': '512Mi',
    },
    env: [
      { name: 'ENV', value: 'production' },
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://opentelemetry-collector.observability.svc.cluster.local:4317' },
      { name: 'RUST_LOG', value: 'info' },
    ],
    resources: { requests: { cpu: '500m', memory: '512Mi' }, limits: { cpu: '2000m', memory: '2048Mi' } },
    liveness: getting('/healthz', { initialDelaySeconds: 30, periodSeconds: 10 }),
    readiness: getting('/readyz', { initialDelaySeconds: 10, periodSeconds: 5 }),
  }));
});
