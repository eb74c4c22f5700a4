// Three services that call one another by name: a front end, which asks for the user and then places an order. What each may do is left out here.
// `npm run example -- examples/S3-5.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-5.1/dist' });

for (const name of ['frontend', 'user-service', 'order-service']) {
  new MeshService(new Chart(app, name, { namespace: 'default' }), name, { image: `your-registry/${name}:v1`, port: 8080 });
}

app.synth();
