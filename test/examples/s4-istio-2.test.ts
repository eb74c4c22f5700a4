import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'order-service.default.svc.cluster.local';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-Istio.2/main.ts');

// In the document a third entry holds timeout and retries and leads nowhere, which Istio refuses; four tries of a second have three. Since orders are
// placed here, only what leaves no doubt is tried again.
test('[F011] [F012] [F014] [F015] [F016] [F019] [F023] [F024] [F092] its objects are those of the corrected manifest, each rule with timeout and retries', () => {
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
        - name: canary
          match: [{headers: {canary: {exact: "true"}}}]
          route: [{destination: {host: ${host}, subset: v2, port: {number: 8080}}}]
          timeout: 3s
          retries: {attempts: 3, perTryTimeout: 750ms, retryOn: "connect-failure,refused-stream,reset-before-request"}
        - name: default
          route:
          - {destination: {host: ${host}, subset: v1, port: {number: 8080}}, weight: 90}
          - {destination: {host: ${host}, subset: v2, port: {number: 8080}}, weight: 10}
          timeout: 3s
          retries: {attempts: 3, perTryTimeout: 750ms, retryOn: "connect-failure,refused-stream,reset-before-request"}
  `));
});
