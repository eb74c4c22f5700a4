// Blue and green: both are deployed, one gets all requests, and the switch is one word, LIVE=green. The section names the practice and shows no
// manifest. `npm run example -- examples/S0-1.3/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-1.3/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
const [blue, green] = ['blue', 'green'].map(version => api.addVersion(version));
api.traffic.split({ stable: blue, canary: green, weight: Weight.percent(process.env.LIVE === 'green' ? 100 : 0) });

app.synth();
