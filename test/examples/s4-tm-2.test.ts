import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'order-service.default.svc.cluster.local';

const { 'order-service.k8s.yaml': text } = renderedBy('examples/S4-TM.2/main.ts');

// In the document four tries of a second have three, and a POST is tried again after it may have been done.
test('[F014] [F015] [F016] [F019] [F020] its rules are those of the corrected manifest: only requests that read are tried again after 5xx', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: order-service, namespace: default}
      spec:
        hosts: [${host}]
        http:
        - name: reads
          match: [{method: {exact: GET}}]
          route: [{destination: {host: ${host}, port: {number: 8080}}}]
          timeout: 3s
          retries: {attempts: 3, perTryTimeout: 750ms, retryOn: "5xx,reset,connect-failure"}
        - name: default
          route: [{destination: {host: ${host}, port: {number: 8080}}}]
          timeout: 3s
          retries: {attempts: 3, perTryTimeout: 750ms, retryOn: "connect-failure,refused-stream,reset-before-request"}
  `));
});
