// A program that takes up to fifteen seconds to end its requests: the proxy serves it as long, and the pod is killed later. The program itself has to
// end on SIGTERM. `npm run example -- examples/S3-7.2/main.ts`
import { Chart, Duration } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-7.2/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });

new MeshService(chart, 'go-app', { image: 'your-registry/go-app:v1', port: 8080, shutdownTime: Duration.seconds(15) });

app.synth();
