// A workload of one mesh: the section has it joined by two, which is one too many. Its proxy reads the files of a ConfigMap that somebody else
// creates in this namespace, and traces go to the collector itself. `npm run example -- examples/S2-k8s/main.ts`
import { Chart, Duration, Size } from 'cdk8s';
import { Cpu, EnvValue, Probe } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshService, ProxyVolume } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S2-k8s/dist' });
const chart = new Chart(app, 'rust-app', { namespace: 'default' });
chart.node.addMetadata('cdk8s-mesh/provides', 'Service observability/opentelemetry-collector, ConfigMap default/otel-collector-config');

const rust = new MeshService(chart, 'rust-app', {
  image: 'rust-app:v1.0.0',
  port: 80,
  targetPort: 8080,
  replicas: 3,
  env: {
    OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://opentelemetry-collector.observability.svc.cluster.local:4317'),
    RUST_LOG: EnvValue.fromValue('info,rust_app=debug'),
  },
  resources: {
    cpu: { request: Cpu.millis(200), limit: Cpu.millis(500) },
    memory: { request: Size.mebibytes(128), limit: Size.mebibytes(256) },
  },
  liveness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(10), periodSeconds: Duration.seconds(10) }),
  readiness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(5), periodSeconds: Duration.seconds(5) }),
});
rust.proxy.mountVolume('otel-config', ProxyVolume.configMap('otel-collector-config', '/etc/otel'));

app.synth();
