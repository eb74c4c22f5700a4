// A chaos test: requests that ask for it are delayed, or fail. All others go on to the service, for which the section has no rule.
// `npm run example -- examples/S0-6.3/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, Match, MeshApp, MeshService, Percent } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-6.3/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = MeshService.adopt(chart, 'rust-api', { port: 8080 });
api.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), {
  delay: { percent: Percent.of(50), duration: Duration.seconds(5) },
  abort: { percent: Percent.of(10), status: 503 },
});

app.synth();
