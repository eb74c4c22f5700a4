// Three more tries of ten seconds each, after server errors and broken connections, for a service that may be asked twice.
// `npm run example -- examples/S1-retry/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, MeshApp, MeshService, RetryOn } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-retry/dist' });
const chart = new Chart(app, 'my-service', { namespace: 'default' });

MeshService.adopt(chart, 'my-service', { port: 8080 }).traffic.retry({
  attempts: 3,
  perTryTimeout: Duration.seconds(10),
  on: [RetryOn.SERVER_ERROR, RetryOn.RESET, RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM],
  unsafeMethods: true,
});

app.synth();
