// Traces of a tenth of all requests, with two tags that are the same for all. The section traces every request of production, and configures a tracer
// that Istio has removed, by a ConfigMap that belongs to its installer; here the installer is told of a sink.
// `npm run example -- examples/S3-3.1/main.ts`
import { Istio, MeshApp, MeshPlatform, Percent, TraceSink, TraceTag } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-3.1/dist' });
const platform = new MeshPlatform(app, 'platform');
const traces = TraceSink.openTelemetry('opentelemetry', { host: 'opentelemetry-collector.observability.svc.cluster.local' });
platform.telemetry.traceTo(traces, { sampling: Percent.of(10) });
platform.telemetry.tag('environment', TraceTag.literal('production'));
platform.telemetry.tag('cluster', TraceTag.literal('k8s-cluster-1'));

app.synth();
