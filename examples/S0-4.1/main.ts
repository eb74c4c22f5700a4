// A mesh that takes mutual TLS alone, and a service that says so itself, but for the port where its health is asked for in plain text. Istio lets the
// probes of Kubernetes in by itself; this is for whoever else asks. `npm run example -- examples/S0-4.1/main.ts`
import { Chart } from 'cdk8s';
import { AppProtocol, Istio, MeshApp, MeshPlatform, MeshService, MutualTls } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh({ mutualTls: MutualTls.STRICT }), outdir: 'examples/S0-4.1/dist' });
new MeshPlatform(app, 'platform');

const chart = new Chart(app, 'rust-api', { namespace: 'default' });
const morePorts = [{ port: 8081, protocol: AppProtocol.GRPC }];
const api = MeshService.adopt(chart, 'rust-api', { port: 8080, morePorts, podLabels: { app: 'rust-api' } });
api.access.mutualTls(MutualTls.STRICT);
api.access.mutualTls(MutualTls.DISABLED, 8081);

app.synth();
