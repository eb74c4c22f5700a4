// A workload with its proxy: three pods, resources of their own and of the proxy, probes, and what the program reads of its surroundings. Traces
// go to the collector, since the proxy takes none. `npm run example -- examples/S0-8.1/main.ts`
import { Chart, Size } from 'cdk8s';
import { Cpu, EnvValue } from 'cdk8s-plus-28';
import { CaptureMode, Istio, MeshApp, MeshService, ProxyResources } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-8.1/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });
chart.node.addMetadata('cdk8s-mesh/provides', 'Service observability/opentelemetry-collector');

const api = new MeshService(chart, 'rust-api', {
  image: 'myregistry.io/rust-api:v1',
  port: 8080,
  replicas: 3,
  env: {
    ENV: EnvValue.fromValue('production'),
    OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://opentelemetry-collector.observability.svc.cluster.local:4317'),
    RUST_LOG: EnvValue.fromValue('info'),
  },
  resources: {
    cpu: { request: Cpu.millis(500), limit: Cpu.millis(2000) },
    memory: { request: Size.mebibytes(512), limit: Size.gibibytes(2) },
  },
});
api.proxy.resources(ProxyResources.STANDARD);
api.proxy.capture({ mode: CaptureMode.REDIRECT });

app.synth();
