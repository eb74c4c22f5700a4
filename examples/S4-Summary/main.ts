// What is to come, of which modules of WebAssembly, written in Rust, stand in a list alone: here is one for all proxies of a service.
// `npm run example -- examples/S4-Summary/main.ts`
import { Chart } from 'cdk8s';
import { Istio, MeshApp, MeshService, WasmFilter, WasmModule } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Summary/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });

const orders = MeshService.adopt(chart, 'order-service', { port: 8080, podLabels: { app: 'order-service' } });
new WasmFilter(chart, 'order-headers', {
  workload: orders,
  module: WasmModule.image('registry.example.com/filters/order-headers:1.0.0'),
  config: { header: 'x-order-id' },
});

app.synth();
