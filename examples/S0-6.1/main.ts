// A request may take ten seconds, and is sent up to three more times, to other zones too. Each try gets two seconds, so that all four fit in.
// `npm run example -- examples/S0-6.1/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, MeshApp, MeshService, RetryOn } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-6.1/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
api.traffic.timeout(Duration.seconds(10));
api.traffic.retry({
  attempts: 3,
  perTryTimeout: Duration.seconds(2),
  on: [RetryOn.SERVER_ERROR, RetryOn.RESET, RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM, RetryOn.CONFLICT],
  remoteLocalities: true,
  unsafeMethods: true, // it does nothing twice
});

app.synth();
