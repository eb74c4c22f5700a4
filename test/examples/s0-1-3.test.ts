import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { renderedWith } from './rendered-with';

const host = 'rust-api.default.svc.cluster.local';

const program = 'examples/S0-1.3/main.ts';

// The document shows no manifest.
test.each([
  ['blue', renderedBy(program), 100, 0],
  ['green', renderedWith(program, 'LIVE', 'green'), 0, 100],
])('[F012] [F095] all requests go to %s, and one word changes that', (_, rendered, blue, green) => {
  expect(loadAll(rendered['rust-api.k8s.yaml'])).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: rust-api, namespace: default}
      spec:
        host: ${host}
        subsets:
        - {name: blue, labels: {version: blue}}
        - {name: green, labels: {version: green}}
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: rust-api, namespace: default}
      spec:
        hosts: [${host}]
        http:
        - name: default
          route:
          - {destination: {host: ${host}, subset: blue, port: {number: 8080}}, weight: ${blue}}
          - {destination: {host: ${host}, subset: green, port: {number: 8080}}, weight: ${green}}
  `));
});
