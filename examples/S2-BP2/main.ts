// A proxy that is given little and may take little more. How many requests are traced, which the section has too, is said to the mesh, not to pods.
// `npm run example -- examples/S2-BP2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, ProxyResources } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S2-BP2/dist' });
const chart = new Chart(app, 'rust-app', { namespace: 'default' });

const rust = new MeshService(chart, 'rust-app', { image: 'rust-app:v1.0.0', port: 8080 });
rust.proxy.resources(ProxyResources.TIGHT);

app.synth();
