import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-12.2/main.ts');
const objects = loadAll(text) as any[];

// In the document the hosts that the proxy knows lack those of the control plane, and the collector is one that is no more.
test('[F115] [F116] its Sidecar is that of the corrected manifest', () => {
  expect(objects.filter(({ kind }) => kind === 'Sidecar')).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: Sidecar
      metadata: {name: rust-api, namespace: default}
      spec:
        workloadSelector: {labels: {app: rust-api}}
        egress:
        - hosts:
          - default/postgres.default.svc.cluster.local
          - default/redis.default.svc.cluster.local
          - observability/opentelemetry-collector.observability.svc.cluster.local
          - istio-system/*
        ingress:
        - port: {number: 8080, protocol: HTTP, name: http}
          defaultEndpoint: 127.0.0.1:8080
  `));
});

test('[F103] its workload is as every other', () => {
  expect(objects.filter(({ kind }) => kind !== 'Sidecar')).toEqual(canonicalWorkload({ app: 'rust-api', image: 'myregistry.io/rust-api:v1' }));
});
