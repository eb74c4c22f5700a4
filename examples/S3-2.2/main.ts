// A program in the mesh: its Service, an account of its own, and two pods of an image with a tag. Its probes ask for /health, since it answers no
// other; its traces go to a collector in another namespace. `npm run example -- examples/S3-2.2/main.ts`
import { Chart, Duration } from 'cdk8s';
import { EnvValue, Probe } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-2.2/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });

new MeshService(chart, 'go-app', {
  image: 'your-registry/go-app:v1',
  port: 8080,
  env: { OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://opentelemetry-collector.observability.svc.cluster.local:4317') },
  liveness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(30) }),
  readiness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(10), periodSeconds: Duration.seconds(5) }),
});

app.synth();
