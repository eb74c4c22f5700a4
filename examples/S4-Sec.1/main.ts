// Callers insist on mutual TLS by the mesh. It does that by itself where both ends have a proxy, so this is for those who want it written down. What
// the service accepts, the other half of the section, is left out here. `npm run example -- examples/S4-Sec.1/main.ts`
import { Chart } from 'cdk8s';
import { ClientTls, Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Sec.1/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

MeshService.adopt(chart, 'order-service', { port: 8080 }).traffic.clientTls(ClientTls.mutualByMesh());

app.synth();
