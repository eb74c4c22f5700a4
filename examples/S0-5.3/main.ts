// What proxies write of requests that failed, as JSON: a sink, of which the mesh configuration tells, and no ConfigMap in the place of Istio's own.
// `npm run example -- examples/S0-5.3/main.ts`
import { Istio, LogFilter, LogFormat, LogSink, MeshApp, MeshPlatform } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-5.3/dist' });
const platform = new MeshPlatform(app, 'platform');
platform.addNamespace('default');
platform.telemetry.logTo(LogSink.file('envoy-json', { format: LogFormat.json() }), { filter: LogFilter.errors() });

app.synth();
