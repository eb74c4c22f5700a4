// A canary in three stages, of which one is applied at a time: 10 percent, then CANARY_WEIGHT=50, then 100. They differ in the weights alone.
// `npm run example -- examples/S0-7.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-7.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => api.addVersion(version));
api.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(Number(process.env.CANARY_WEIGHT ?? 10)) });

app.synth();
