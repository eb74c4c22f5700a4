// Requests end after three seconds, with all tries. One that only reads is sent again after any failure, any other only if nobody has taken it: an
// order would be placed twice. `npm run example -- examples/S4-TM.2/main.ts`
import { Chart, Duration } from 'cdk8s';
import { HttpMethod, Istio, Match, MeshApp, MeshService, RetryOn } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-TM.2/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

const orders = MeshService.adopt(chart, 'order-service', { port: 8080 });
const tries = { attempts: 3, perTryTimeout: Duration.millis(750) };
orders.traffic.timeout(Duration.seconds(3));
orders.traffic.retry(tries);
orders.traffic.route('reads', Match.method(HttpMethod.GET), orders, {
  retry: { ...tries, on: [RetryOn.SERVER_ERROR, RetryOn.RESET, RetryOn.CONNECT_FAILURE] },
});

app.synth();
