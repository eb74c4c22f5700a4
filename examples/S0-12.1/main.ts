// A small proxy, through which only calls inside of 10.0.0.0/8 go: for all others nothing of the mesh holds. Port 15020 goes past it anyway; the
// section says so again. `npm run example -- examples/S0-12.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, ProxyResources } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-12.1/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = new MeshService(chart, 'rust-api', { image: 'myregistry.io/rust-api:v1', port: 8080 });
api.proxy.resources(ProxyResources.SMALL);
api.proxy.capture({ includeOutboundRanges: ['10.0.0.0/8'], excludeInboundPorts: [15020] });

app.synth();
