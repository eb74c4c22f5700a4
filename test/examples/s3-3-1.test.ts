import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'platform.k8s.yaml': text, 'install/istiod-values.yaml': values } = renderedBy('examples/S3-3.1/main.ts');

// Nobody traces every request of production.
test('[F059] [F060] [F061] its Telemetry is that of the document but for the share, in the version that is served now', () => {
  expect((loadAll(text) as any[]).filter(({ kind }) => kind === 'Telemetry')).toEqual([load(`
    apiVersion: telemetry.istio.io/v1
    kind: Telemetry
    metadata: {name: mesh-default, namespace: istio-system}
    spec:
      tracing:
      - providers: [{name: opentelemetry}]
        randomSamplingPercentage: 10
        customTags:
          environment: {literal: {value: production}}
          cluster: {literal: {value: k8s-cluster-1}}
  `)]);
});

// The document has openCensusAgent, which Istio has removed, in a ConfigMap that its installer writes.
test('[F058] [F064] the installer is told of the sink, and no ConfigMap is rendered', () => {
  expect(load(values)).toEqual(load(`
    meshConfig:
      pathNormalization: {normalization: DECODE_AND_MERGE_SLASHES}
      enableTracing: true
      defaultConfig: {tracing: {}}
      extensionProviders:
      - name: opentelemetry
        opentelemetry: {service: opentelemetry-collector.observability.svc.cluster.local, port: 4317}
  `));
  expect((loadAll(text) as any[]).map(({ kind }) => kind)).not.toContain('ConfigMap');
});
