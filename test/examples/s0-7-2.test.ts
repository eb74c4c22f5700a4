import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'rust-api.default.svc.cluster.local';

const rendered = renderedBy('examples/S0-7.2/main.ts');

// The document has no rule that defines the two subsets, and two of the stages in words alone.
test.each([
  ['stage-1', 90, 10],
  ['stage-2', 50, 50],
  ['stage-3', 0, 100],
])('[F012] [F024] [F090] [F091] its objects are those of the corrected manifest in %s', (stage, stable, canary) => {
  expect(loadAll(rendered[`${stage}/rust-api.k8s.yaml`])).toEqual(load(`
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
          route:
          - {destination: {host: ${host}, subset: v1, port: {number: 8080}}, weight: ${stable}}
          - {destination: {host: ${host}, subset: v2, port: {number: 8080}}, weight: ${canary}}
  `));
});
