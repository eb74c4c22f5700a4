// A namespace in the mesh, and a service whose pods ask for their proxy themselves, too, by a label where the injector reads it. The runbook shows
// how one sees that the proxies are there. `npm run example -- examples/S0-2.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshNamespace, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-2.2/dist', runbook: true });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });
new MeshNamespace(chart, 'default');
new MeshService(chart, 'rust-api', { image: 'myregistry.io/rust-api:v1', port: 8080 });

app.synth();
