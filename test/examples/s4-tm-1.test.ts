import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'order-service.default.svc.cluster.local';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-TM.1/main.ts');

// In the document it is one of three sets of rules for one host, of which the mesh would read the oldest. So it has the name of the service.
test('[F011] [F012] [F019] [F020] [F024] [F092] its objects are those of the corrected manifest', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: order-service, namespace: default}
      spec:
        host: ${host}
        subsets:
        - {name: v1, labels: {version: v1}}
        - {name: v2, labels: {version: v2}}
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: order-service, namespace: default}
      spec:
        hosts: [${host}]
        http:
        - name: internal-users
          match: [{headers: {x-canary-user: {exact: internal}}}]
          route: [{destination: {host: ${host}, subset: v2, port: {number: 8080}}}]
        - name: default
          route:
          - {destination: {host: ${host}, subset: v1, port: {number: 8080}}, weight: 95}
          - {destination: {host: ${host}, subset: v2, port: {number: 8080}}, weight: 5}
  `));
});
