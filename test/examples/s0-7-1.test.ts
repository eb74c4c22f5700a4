import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-api.default.svc.cluster.local';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-7.1/main.ts');

// The document has no rule that defines the two subsets, and an older spelling of copies. A single destination needs no weight.
test('[F013] [F024] [F093] its objects are those of the corrected manifest: v1 answers, and v2 gets a copy of every request', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: rust-api, namespace: default}
      spec:
        host: ${host}
        subsets:
        - {name: v1, labels: {version: v1}}
        - {name: v2, labels: {version: v2}}
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: rust-api, namespace: default}
      spec:
        hosts: [${host}]
        http:
        - name: default
          route: [{destination: {host: ${host}, subset: v1, port: {number: 8080}}}]
          mirrors: [{destination: {host: ${host}, subset: v2, port: {number: 8080}}, percentage: {value: 100}}]
  `));
});
