// The features that a mesh is to have, of which limits of the rate stand in a list alone: here is one, beside a service. Of the others each has an
// example of its own. `npm run example -- examples/S0-1.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, ProxyRateLimit } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-1.2/dist' });
const chart = new Chart(app, 'product-service', { namespace: 'default' });

const products = MeshService.adopt(chart, 'product-service', { port: 8080, podLabels: { app: 'product-service' } });
new ProxyRateLimit(chart, 'product-service-limit', { workload: products, requestsPerProxy: 100 });

app.synth();
