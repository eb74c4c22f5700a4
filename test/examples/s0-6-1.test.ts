import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-6.1/main.ts');

// The document has tries of three seconds: four of them take twelve, and the request ends after ten.
test('[F014] [F015] [F016] [F017] [F019] its rules are those of the corrected manifest: tries of two seconds fit into the timeout', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: rust-api, namespace: default, annotations: {cdk8s-mesh/idempotent: 'true'}}
      spec:
        hosts: [rust-api.default.svc.cluster.local]
        http:
        - name: default
          route: [{destination: {host: rust-api.default.svc.cluster.local, port: {number: 8080}}}]
          timeout: 10s
          retries:
            attempts: 3
            perTryTimeout: 2s
            retryOn: 5xx,reset,connect-failure,refused-stream,retriable-4xx
            retryRemoteLocalities: true
  `));
});
