// A proxy that hands requests to its container at the loopback address. The container listens there and at the address of its pod, where its probes
// ask. The proxy knows the hosts that are called, and the control plane, which the document forgets. `npm run example -- examples/S0-12.2/main.ts`
import { Chart } from 'cdk8s';
import { AppProtocol, InboundEndpoint, Istio, MeshApp, MeshService, ServiceContract } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-12.2/dist' });
const chart = new Chart(app, 'rust-api', { namespace: 'default' });

const api = new MeshService(chart, 'rust-api', { image: 'myregistry.io/rust-api:v1', port: 8080 });
api.proxy.inbound(8080, InboundEndpoint.loopback(8080));
for (const [serviceName, namespace, port, protocol] of [
  ['postgres', 'default', 5432, AppProtocol.TCP],
  ['redis', 'default', 6379, AppProtocol.REDIS],
  ['opentelemetry-collector', 'observability', 4317, AppProtocol.GRPC],
] as const) {
  api.calls(MeshService.fromContract(ServiceContract.of({ serviceName, namespace, port, protocol })));
}

app.synth();
