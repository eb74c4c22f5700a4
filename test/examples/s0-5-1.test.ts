import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const rendered = renderedBy('examples/S0-5.1/main.ts');

// The document has `openTelemetryProtocol`, which no release reads, and sets the length of tags where it counts for Zipkin.
const meshConfig = load(`
  pathNormalization: {normalization: DECODE_AND_MERGE_SLASHES}
  enableTracing: true
  defaultConfig: {tracing: {}}
  extensionProviders:
  - name: otel-tracing
    opentelemetry:
      service: opentelemetry-collector.observability.svc.cluster.local
      port: 4317
      maxTagLength: 256
      grpc: {timeout: 10s}
      resourceDetectors: {environment: {}}
`);

test('[F005] [F006] its mesh configuration is that of the corrected manifest, for istioctl and for Helm', () => {
  expect(load(rendered['install/istio-operator.yaml'])).toEqual({
    apiVersion: 'install.istio.io/v1alpha1',
    kind: 'IstioOperator',
    metadata: { name: 'istio-control-plane', namespace: 'istio-system' },
    spec: { meshConfig },
  });
  expect(load(rendered['install/istiod-values.yaml'])).toEqual({ meshConfig });
});

test('[F058] [F059] proxies of all of the mesh send traces there', () => {
  const [telemetry] = (loadAll(rendered['platform.k8s.yaml']) as any[]).filter(({ kind }) => kind === 'Telemetry');
  expect([telemetry.metadata, telemetry.spec]).toEqual([
    { name: 'mesh-default', namespace: 'istio-system' },
    { tracing: [{ providers: [{ name: 'otel-tracing' }], randomSamplingPercentage: 100 }] },
  ]);
});
