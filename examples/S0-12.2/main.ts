// A proxy that hands requests to its container at the loopback address. The container listens there and at the address of its pod, where its probes
// ask. Which hosts the proxy knows, the other half of the section, is left out here. `npm run example -- examples/S0-12.2/main.ts`
import { Chart } from 'cdk8s';
import { InboundEndpoint, Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-12.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = new MeshService(chart, 'rust-api', { image: 'myregistry.io/rust-api:v1', port: 8080 });
api.proxy.inbound(8080, InboundEndpoint.loopback(8080));

app.synth();
