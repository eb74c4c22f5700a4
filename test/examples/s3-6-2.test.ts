import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'platform.k8s.yaml': text } = renderedBy('examples/S3-6.2/main.ts');

// The document names no namespace, so that its object would hold wherever it lands; and it says v1alpha1.
test('[F062] [F118] [F060] the share of the namespace is that of the document, and names no sink', () => {
  const [ofNamespace] = (loadAll(text) as any[]).filter(({ kind }) => kind === 'Telemetry');
  expect(ofNamespace).toEqual(load(`
    apiVersion: telemetry.istio.io/v1
    kind: Telemetry
    metadata: {name: namespace-default, namespace: default}
    spec:
      tracing:
      - randomSamplingPercentage: 10.0
  `));
});

test('[F059] where traces go, the mesh says', () => {
  const [, ofMesh] = (loadAll(text) as any[]).filter(({ kind }) => kind === 'Telemetry');
  expect(ofMesh.spec.tracing).toEqual([{ providers: [{ name: 'opentelemetry' }], randomSamplingPercentage: 100 }]);
});
