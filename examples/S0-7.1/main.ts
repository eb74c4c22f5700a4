// A new version gets a copy of every request, and nobody waits for what it answers: v1 does the work. `npm run example -- examples/S0-7.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-7.1/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => api.addVersion(version));
api.traffic.sendTo(v1);
api.traffic.mirrorTo(v2);

app.synth();
