// A circuit breaker: few requests wait, and an instance that fails five times in a row gets none for half a minute. It says all that is said of
// connections to this service, as a second rule for the host would be ignored. `npm run example -- examples/S0-6.2/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, MeshApp, MeshService, Percent } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-6.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
api.traffic.limitConnections({ maxConnections: 100, maxPendingRequests: 10, maxRequests: 100, maxRequestsPerConnection: 2 });
api.traffic.ejectOutliers({ consecutiveGatewayErrors: 5, interval: Duration.seconds(10), minHealth: Percent.of(50) });

app.synth();
