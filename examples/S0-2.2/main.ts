// A service whose pods ask for their proxy themselves, by a label where the injector reads it. The label of the namespace, which the section
// sets by a command, is left out here. `npm run example -- examples/S0-2.2/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-2.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });
new MeshService(chart, 'rust-api', { image: 'myregistry.io/rust-api:v1', port: 8080 });

app.synth();
