// A tenth of all requests of a namespace is traced, whatever the mesh says, which alone says where traces go.
// `npm run example -- examples/S3-6.2/main.ts`
import { Istio, MeshApp, MeshPlatform, Percent, TraceSink } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S3-6.2/dist' });
const platform = new MeshPlatform(app, 'platform');
const traces = TraceSink.openTelemetry('opentelemetry', { host: 'opentelemetry-collector.observability.svc.cluster.local' });
platform.telemetry.traceTo(traces, { sampling: Percent.of(100) });
platform.addNamespace('default').telemetry.sample(Percent.of(10));

app.synth();
