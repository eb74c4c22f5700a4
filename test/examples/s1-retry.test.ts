import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const { 'my-service.k8s.yaml': text } = renderedBy('examples/S1-retry/main.ts');

test('[F015] [F019] its rules are those of the document, with the full name of the host', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: my-service, namespace: default, annotations: {cdk8s-mesh/idempotent: 'true'}}
      spec:
        hosts: [my-service.default.svc.cluster.local]
        http:
        - name: default
          route: [{destination: {host: my-service.default.svc.cluster.local, port: {number: 8080}}}]
          retries: {attempts: 3, perTryTimeout: 10s, retryOn: "5xx,reset,connect-failure,refused-stream"}
  `));
});
