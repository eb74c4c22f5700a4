// The order service of the shop, and its namespace: three pods with probes, and a Service whose port says what it speaks. Traces go to the collector
// itself. `npm run example -- examples/S4-Ex.3/main.ts`
import { Chart, Duration } from 'cdk8s';
import { EnvValue, Probe } from 'cdk8s-plus-28';
import { Istio, MeshApp, MeshNamespace, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S4-Ex.3/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'ecommerce' });
chart.node.addMetadata('cdk8s-mesh/provides', 'Service observability/opentelemetry-collector');
new MeshNamespace(chart, 'ecommerce');

new MeshService(chart, 'order-service', {
  image: 'myregistry/order-service:v1',
  port: 8080,
  replicas: 3,
  env: { OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://opentelemetry-collector.observability.svc.cluster.local:4317') },
  liveness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(10) }),
  readiness: Probe.fromHttpGet('/health', { port: 8080, initialDelaySeconds: Duration.seconds(5) }),
});

app.synth();
