// An A/B test: a header says which group a user is in, and the group which version answers. Whoever is in none gets v1.
// `npm run example -- examples/S0-7.3/main.ts`
import { Chart } from 'cdk8s';
import { Istio, Match, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-7.3/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => api.addVersion(version));
api.traffic.route('control', Match.header('x-user-group', 'control'), v1);
api.traffic.route('experimental', Match.header('x-user-group', 'experimental'), v2);
api.traffic.sendTo(v1);

app.synth();
