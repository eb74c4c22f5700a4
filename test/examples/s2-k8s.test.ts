import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload, getting } from './canonical-workload';

const { 'rust-app.k8s.yaml': text } = renderedBy('examples/S2-k8s/main.ts');

// In the document two meshes inject their proxy, the Deployment selects pods of every version, traces go to the proxy, which takes none, and the
// volume is an item of a list, where Istio wants a name, and is mounted nowhere.
test('[F002] [F004] [F103] [F104] [F105] [F106] [F107] [F108] [F112] [F117] its objects are those of the corrected manifest, in one mesh', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'rust-app',
    image: 'rust-app:v1.0.0',
    replicas: 3,
    annotations: {
      'sidecar.istio.io/userVolume': '{"otel-config":{"configMap":{"name":"otel-collector-config"}}}',
      'sidecar.istio.io/userVolumeMount': '{"otel-config":{"mountPath":"/etc/otel","readOnly":true}}',
    },
    servicePort: 80,
    env: [
      { name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://opentelemetry-collector.observability.svc.cluster.local:4317' },
      { name: 'RUST_LOG', value: 'info,rust_app=debug' },
    ],
    resources: { requests: { cpu: '200m', memory: '128Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
    liveness: getting('/health', { initialDelaySeconds: 10, periodSeconds: 10 }),
    readiness: getting('/health', { initialDelaySeconds: 5, periodSeconds: 5 }),
  }));
});
