// A program in the mesh: its Service, an account of its own, and two pods of an image with a tag. Its probes ask for /health, since it answers no
// other; its traces go to a collector in another namespace. The runbook shows how one sees both containers of each pod.
// `npm run example -- examples/S3-2.2/main.ts`
import { Chart } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-2.2/dist', runbook: true });
const chart = new Chart(app, 'go-app', { namespace: 'default' });
chart.node.addMetadata('cdk8s-mesh/provides', 'Service observability/opentelemetry-collector');

new MeshService(chart, 'go-app', {
  image: 'your-registry/go-app:v1',
  port: 8080,
  env: { OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://opentelemetry-collector.observability.svc.cluster.local:4317') },
  livenessPath: '/health',
  readinessPath: '/health',
});

app.synth();
