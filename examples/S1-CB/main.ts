// A circuit breaker and nothing else: every ten seconds it is looked at who may come back. `npm run example -- examples/S1-CB/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-CB/dist' });
const chart = new Chart(app, 'backend-service', { namespace: 'default' });

MeshService.adopt(chart, 'backend-service', { port: 8080 }).traffic.ejectOutliers({ interval: Duration.seconds(10) });

app.synth();
