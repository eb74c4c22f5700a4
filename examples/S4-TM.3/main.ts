// A strict circuit breaker: a caller has one request waiting at most, and a connection serves one. `npm run example -- examples/S4-TM.3/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-TM.3/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

const orders = MeshService.adopt(chart, 'order-service', { port: 8080 });
orders.traffic.limitConnections({ maxConnections: 100, maxPendingRequests: 1, maxRequestsPerConnection: 1 });
orders.traffic.ejectOutliers();

app.synth();
