// Where proxies can send traces: a provider in the mesh configuration. The Telemetry that makes them do so, which the section lacks, is left out
// here. `npm run example -- examples/S0-5.1/main.ts`
import { Duration } from 'cdk8s';
import { Istio, IstioInstall, MeshApp, MeshPlatform } from '../../lib';

const app = new MeshApp({ mesh: Istio.mesh(), outdir: 'examples/S0-5.1/dist' });
const platform = new MeshPlatform(app, 'platform');
platform.addNamespace('default');
IstioInstall.of(platform).meshConfig({
  enableTracing: true,
  // It turns off the tracer for Zipkin that Istio has by itself.
  defaultConfig: { tracing: {} },
  extensionProviders: [{
    name: 'otel-tracing',
    opentelemetry: {
      service: 'opentelemetry-collector.observability.svc.cluster.local',
      port: 4317,
      maxTagLength: 256,
      grpc: { timeout: Duration.seconds(10) },
      resourceDetectors: { environment: {} },
    },
  }],
});

app.synth();
