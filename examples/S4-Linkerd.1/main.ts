// A service in a Linkerd mesh: its pods ask for their proxy by an annotation on the pods, where Linkerd reads it. Traces go to the collector itself.
// `npm run example -- examples/S4-Linkerd.1/main.ts`
import { Chart } from 'cdk8s';
import { EnvValue } from 'cdk8s-plus-28';
import { Linkerd, MeshApp, MeshService } from '../../lib';

const app = new MeshApp({ mesh: Linkerd.mesh(), outdir: 'examples/S4-Linkerd.1/dist' });
const chart = new Chart(app, 'order-service', { namespace: 'default' });
chart.node.addMetadata('cdk8s-mesh/provides', 'Service observability/opentelemetry-collector');

new MeshService(chart, 'order-service', {
  image: 'myregistry/order-service:v1',
  port: 8080,
  replicas: 3,
  env: {
    OTEL_EXPORTER_OTLP_ENDPOINT: EnvValue.fromValue('http://opentelemetry-collector.observability.svc.cluster.local:4317'),
    RUST_LOG: EnvValue.fromValue('info'),
  },
});

app.synth();
