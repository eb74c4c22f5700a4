// A careful canary: colleagues get it, and five percent of all others. Flagger, by which the section moves the weight of the same service, would own
// these objects, so it is one or the other. `npm run example -- examples/S4-TM.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, Match, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-TM.1/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

const orders = MeshService.adopt(chart, 'order-service', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => orders.addVersion(version));
orders.traffic.route('internal-users', Match.header('x-canary-user', 'internal'), v2);
orders.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(5) });

app.synth();
