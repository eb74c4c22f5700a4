// How callers connect to a service: a session stays at its instance, connections and waiting requests are limited, and instances that keep failing
// are left out. Versions say nothing of their own, which would hide the hash. `npm run example -- examples/S0-3.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, LoadBalancing, MeshApp, MeshService, Percent } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-3.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
['v1', 'v2'].forEach(version => api.addVersion(version));
api.traffic.loadBalance(LoadBalancing.hashHeader('x-session-id'));
api.traffic.limitConnections();
api.traffic.ejectOutliers({ minHealth: Percent.of(40) });

app.synth();
