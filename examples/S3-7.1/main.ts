// Probes of a program that answers /health: at /ready, which the section asks for, it would never be ready.
// `npm run example -- examples/S3-7.1/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Probe } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-7.1/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });

new MeshService(chart, 'go-app', {
  image: 'your-registry/go-app:v1',
  port: 8080,
  liveness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(30), periodSeconds: Duration.seconds(10) }),
  readiness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(10), periodSeconds: Duration.seconds(5) }),
});

app.synth();
