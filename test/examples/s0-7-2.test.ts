import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { renderedWith } from './rendered-with';

const host = 'rust-api.default.svc.cluster.local';

const program = 'examples/S0-7.2/main.ts';

// The document has no rule that defines the two subsets, and two of the stages in words alone.
test.each([
  ['first', renderedBy(program), 90, 10],
  ['second', renderedWith(program, 'CANARY_WEIGHT', '50'), 50, 50],
  ['last', renderedWith(program, 'CANARY_WEIGHT', '100'), 0, 100],
])('[F012] [F024] [F090] [F091] its objects are those of the corrected manifest in the %s stage', (_, rendered, stable, canary) => {
  expect(loadAll(rendered['rust-api.k8s.yaml'])).toEqual(load(`
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
