// Nobody waits longer than half a minute for a slow service. `npm run example -- examples/S1-timeout/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-timeout/dist' });
const chart = new Chart(app, 'slow-service', { namespace: 'default' });

MeshService.adopt(chart, 'slow-service', { port: 8080 }).traffic.timeout(Duration.seconds(30));

app.synth();
