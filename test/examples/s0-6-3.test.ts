import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-api.default.svc.cluster.local';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-6.3/main.ts');

// The document has no second rule, so a request without the header is a 404.
test('[F020] [F085] [F086] [F087] [F088] its rules are those of the corrected manifest: faults first, and a rule for all other requests', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: rust-api, namespace: default}
      spec:
        hosts: [${host}]
        http:
        - name: chaos
          match: [{headers: {x-chaos-test: {exact: "true"}}}]
          fault:
            delay: {percentage: {value: 50}, fixedDelay: 5s}
            abort: {percentage: {value: 10}, httpStatus: 503}
          route: [{destination: {host: ${host}, port: {number: 8080}}}]
        - name: default
          route: [{destination: {host: ${host}, port: {number: 8080}}}]
  `));
});
