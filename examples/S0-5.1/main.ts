// Where proxies send traces: a sink, of which the mesh configuration tells, and the Telemetry that makes proxies use it, which the section lacks.
// `npm run example -- examples/S0-5.1/main.ts`
import { Duration } from 'cdk8s';
import { Istio, MeshApp, MeshPlatform, Percent, TraceSink } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-5.1/dist' });
const platform = new MeshPlatform(app, 'platform');
platform.addNamespace('default');
const traces = TraceSink.openTelemetry('otel-tracing', {
  host: 'opentelemetry-collector.observability.svc.cluster.local',
  maxTagLength: 256,
  timeout: Duration.seconds(10),
  detectEnvironment: true,
});
platform.telemetry.traceTo(traces, { sampling: Percent.of(100) });

app.synth();
