// A proxy that may take two CPUs and a gibibyte: what Istio does by itself, said so that it stays. `npm run example -- examples/S3-6.1/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, ProxyResources } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-6.1/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });

const go = new MeshService(chart, 'go-app', { image: 'your-registry/go-app:v1', port: 8080 });
go.proxy.resources(ProxyResources.LARGE);

app.synth();
