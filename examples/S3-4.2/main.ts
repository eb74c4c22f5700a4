// A namespace that takes mutual TLS alone, and an application that the frontend may call; whoever watches it may ask for its health and its metrics.
// `npm run example -- examples/S3-4.2/main.ts`
import { Chart } from 'cdk8s';
import { Caller, HttpMethod, Istio, MeshApp, MeshNamespace, MeshService, MutualTls, PathMatch, ServiceContract } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-4.2/dist' });
const chart = new Chart(app, 'go-app', { namespace: 'default' });
chart.node.addMetadata('cdk8s-mesh/provides', 'ServiceAccount default/frontend');
new MeshNamespace(chart, 'default').access.mutualTls(MutualTls.STRICT);

const { access } = MeshService.adopt(chart, 'go-app', { port: 8080, podLabels: { app: 'go-app' } });
const frontend = MeshService.fromContract(ServiceContract.of({ serviceName: 'frontend', namespace: 'default', port: 8080 }));
access.allowFrom(frontend, { methods: [HttpMethod.GET, HttpMethod.POST], paths: [PathMatch.prefix('/api/')] });
access.allowFrom(Caller.namespaces('istio-system'), { methods: [HttpMethod.GET], paths: [PathMatch.exact('/health'), PathMatch.exact('/metrics')] });

app.synth();
