// Probes of a program that answers /health: at /ready, which the section asks for, it would never be ready.
// `npm run example -- examples/S3-7.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-7.1/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });

new MeshService(chart, 'go-app', {
  image: 'your-registry/go-app:v1',
  port: 8080,
  livenessPath: '/health',
  readinessPath: '/health',
});

app.synth();
