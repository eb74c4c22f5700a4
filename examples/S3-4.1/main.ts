// A canary for a tenth of all requests and for everyone who asks for it, with a timeout and retries on both ways, where the mesh reads them.
// `npm run example -- examples/S3-4.1/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, LoadBalancing, Match, MeshApp, MeshService, RetryOn, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-4.1/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });

const go = MeshService.adopt(chart, 'go-app', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => go.addVersion(version));
go.traffic.route('canary', Match.header('canary', 'true'), v2);
go.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(10) });
go.traffic.timeout(Duration.seconds(10));
go.traffic.retry({
  attempts: 3,
  perTryTimeout: Duration.seconds(2),
  on: [RetryOn.SERVER_ERROR, RetryOn.RESET, RetryOn.CONNECT_FAILURE],
  unsafeMethods: true, // it only reads
});
go.traffic.loadBalance(LoadBalancing.leastRequest());
go.traffic.limitConnections({ maxConnections: 100, maxPendingRequests: 50, maxRequests: 100, maxRequestsPerConnection: 2 });
go.traffic.ejectOutliers({ interval: Duration.seconds(10) });

app.synth();
