import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-12.1/main.ts');

// The document shows the annotations of the pods alone.
test('[F113] [F114] its pods have the annotations of the document, each a text', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({
    app: 'rust-api',
    image: 'myregistry.io/rust-api:v1',
    annotations: {
      'sidecar.istio.io/proxyCPU': '50m',
      'sidecar.istio.io/proxyCPULimit': '200m',
      'sidecar.istio.io/proxyMemory': '64Mi',
      'sidecar.istio.io/proxyMemoryLimit': '256Mi',
      'traffic.sidecar.istio.io/excludeInboundPorts': '15020',
      'traffic.sidecar.istio.io/includeOutboundIPRanges': '10.0.0.0/8',
    },
  }));
});
