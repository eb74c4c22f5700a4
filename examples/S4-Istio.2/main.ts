// A canary for a tenth of all requests and for everyone who asks for it; both ways end after three seconds, with all tries. Orders are placed here,
// so only what nobody has taken is sent again. `npm run example -- examples/S4-Istio.2/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, Match, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Istio.2/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

const orders = MeshService.adopt(chart, 'order-service', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => orders.addVersion(version));
orders.traffic.route('canary', Match.header('canary', 'true'), v2);
orders.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(10) });
orders.traffic.timeout(Duration.seconds(3));
orders.traffic.retry({ attempts: 3, perTryTimeout: Duration.millis(750) });

app.synth();
