import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-api.default.svc.cluster.local';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-7.3/main.ts');

// The document has no rule that defines the two subsets.
test('[F011] [F024] [F094] its objects are those of the corrected manifest: both groups first, then v1 for everybody', () => {
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
        - name: control
          match: [{headers: {x-user-group: {exact: control}}}]
          route: [{destination: {host: ${host}, subset: v1, port: {number: 8080}}}]
        - name: experimental
          match: [{headers: {x-user-group: {exact: experimental}}}]
          route: [{destination: {host: ${host}, subset: v2, port: {number: 8080}}}]
        - name: default
          route: [{destination: {host: ${host}, subset: v1, port: {number: 8080}}}]
  `));
});
