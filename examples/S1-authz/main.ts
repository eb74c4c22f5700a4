// Who may hand traces, metrics and logs to a collector: one service, over HTTP and over gRPC, whose paths are other ones; and whoever reads the
// collector's own metrics. Its namespace takes mutual TLS alone, the collector plain text as well. `npm run example -- examples/S1-authz/main.ts`
import { Chart } from 'cdk8s';
import { AppProtocol, Caller, HttpMethod, Istio, MeshApp, MeshNamespace, MeshService, MutualTls, PathMatch, ServiceContract } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S1-authz/dist' });
const chart = new Chart(app, 'otlp-system', { namespace: 'otlp-system' });
chart.node.addMetadata('cdk8s-mesh/provides', 'ServiceAccount default/app1, Namespace monitoring');
new MeshNamespace(chart, 'otlp-system').access.mutualTls(MutualTls.STRICT);

const { access } = MeshService.adopt(chart, 'otlp-collector', {
  port: 4318, morePorts: [{ port: 4317, protocol: AppProtocol.GRPC }, { port: 8888 }], podLabels: { app: 'otlp-collector' },
});
access.mutualTls(MutualTls.PERMISSIVE);
const app1 = MeshService.fromContract(ServiceContract.of({ serviceName: 'app1', namespace: 'default', port: 8080 }));
access.allowFrom(app1, { methods: [HttpMethod.POST], ports: [4318], paths: ['traces', 'metrics', 'logs'].map(signal => PathMatch.exact(`/v1/${signal}`)) });
access.allowFrom(app1, {
  ports: [4317],
  paths: ['trace.v1.Trace', 'metrics.v1.Metrics', 'logs.v1.Logs'].map(service => PathMatch.exact(`/opentelemetry.proto.collector.${service}Service/Export`)),
});
access.allowFrom(Caller.namespaces('monitoring'), { methods: [HttpMethod.GET], ports: [8888], paths: [PathMatch.exact('/metrics')] });

app.synth();
