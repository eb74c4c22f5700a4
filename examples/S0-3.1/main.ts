// One service, all that is said of its requests: chaos tests, an A/B test, canary users, a canary with copies, retries that fit into the
// timeout, and limits. `npm run example -- examples/S0-3.1/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, LoadBalancing, Match, MeshApp, MeshService, Percent, RetryOn, RetryPolicy, Weight } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-3.1/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

// Somebody else deploys it; requests may be repeated, as it does nothing twice.
const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
const [v1, v2] = ['v1', 'v2'].map(version => api.addVersion(version));
const retry: RetryPolicy = {
  attempts: 3,
  perTryTimeout: Duration.seconds(2),
  on: [RetryOn.SERVER_ERROR, RetryOn.RESET, RetryOn.CONNECT_FAILURE, RetryOn.REFUSED_STREAM],
  unsafeMethods: true,
};

api.traffic.split({ stable: v1, canary: v2, weight: Weight.percent(10) });
api.traffic.mirrorTo(v2);
api.traffic.timeout(Duration.seconds(10));
api.traffic.retry({ ...retry, remoteLocalities: true });

// Somebody may be in the control group and a premium user: the group counts.
api.traffic.route('ab-control', Match.header('x-user-group', 'control'), v1, { retry, priority: 1 });
api.traffic.route('canary-users', Match.any(
  Match.header('x-user-type', 'premium'), Match.header('x-user-group', 'experimental'), Match.header('x-canary', 'true'),
), v2, { retry });
api.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), {
  delay: { percent: Percent.of(50), duration: Duration.seconds(5) },
  abort: { percent: Percent.of(10), status: 503 },
  target: v1,
});

api.traffic.loadBalance(LoadBalancing.hashHeader('x-session-id'));
api.traffic.limitConnections();
api.traffic.ejectOutliers({ consecutiveGatewayErrors: 5, minHealth: Percent.of(40) });

app.synth();
