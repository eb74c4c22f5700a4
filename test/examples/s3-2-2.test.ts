import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload, getting } from './canonical-workload';

const { 'RUNBOOK.md': runbook, 'go-app.k8s.yaml': text } = renderedBy('examples/S3-2.2/main.ts');

// In the document the image is "latest", the Deployment selects pods of every version, nothing asks how the program is, and the host of the collector
// is a short name, which is another one in each namespace.
test('[F103] [F104] [F105] [F106] [F107] [F108] [F109] its objects are those of the corrected manifest', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'go-app',
    image: 'your-registry/go-app:v1',
    env: [{ name: 'OTEL_EXPORTER_OTLP_ENDPOINT', value: 'http://opentelemetry-collector.observability.svc.cluster.local:4317' }],
    liveness: getting('/health', { initialDelaySeconds: 30, periodSeconds: 10 }),
    readiness: getting('/health', { initialDelaySeconds: 10, periodSeconds: 5 }),
  }));
});

// The document says that a pod has two containers, which is so unless its proxy is a native sidecar.
test('[F010] its runbook says where the proxy of a pod is seen', () => {
  expect(runbook).toContain('- as a native sidecar, `istio-proxy` is one of the init containers, and `app` is alone among the containers.');
  expect(runbook).toContain('kubectl get pods -n default -l app=go-app ');
});
