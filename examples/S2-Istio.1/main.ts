// A canary for a fifth of all requests, and for everyone who asks for it. Limits and the circuit breaker are said of the service; the traces of
// the section are left out here. `npm run example -- examples/S2-Istio.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, Match, MeshApp, MeshService, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S2-Istio.1/dist' });
const chart = new Chart(app, 'rust-app', { namespace: 'default' });

const rust = MeshService.adopt(chart, 'rust-app', { port: 80 });
const [v1, v2] = ['v1', 'v2'].map(version => rust.addVersion(version));
rust.traffic.route('canary', Match.header('x-canary', 'true'), v2);
rust.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(20) });
rust.traffic.limitConnections({ maxConnections: 100, maxPendingRequests: 50, maxRequests: 100 });
rust.traffic.ejectOutliers();

app.synth();
