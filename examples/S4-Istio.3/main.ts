// Limits and a circuit breaker for a service, and one thing that its second version says of itself: there, a user stays at an instance.
// `npm run example -- examples/S4-Istio.3/main.ts`
import { Chart } from 'cdk8s';
import { Istio, LoadBalancing, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Istio.3/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

const orders = MeshService.adopt(chart, 'order-service', { port: 8080 });
const [, v2] = ['v1', 'v2'].map(version => orders.addVersion(version));
orders.traffic.limitConnections({ maxConnections: 100, maxPendingRequests: 50, maxRequests: 100, maxRequestsPerConnection: 2 });
orders.traffic.ejectOutliers();
v2.policy.loadBalance(LoadBalancing.hashHeader('x-user-id'));

app.synth();
