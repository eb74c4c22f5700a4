import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'otlp-collector.otlp-system.svc.cluster.local';

const { 'otlp-collector.k8s.yaml': text } = renderedBy('examples/S1-VS/main.ts');

// In the document, four tries of ten seconds have thirty seconds, metrics and logs are a 404, hosts are short names, and a batch that was taken may
// be sent again.
test('[F012] [F013] [F014] [F015] [F016] [F018] [F019] [F024] its objects are those of the corrected manifest: the canary stands first', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: DestinationRule
      metadata: {name: otlp-collector, namespace: otlp-system}
      spec:
        host: ${host}
        subsets:
        - {name: v1, labels: {version: v1}}
        - {name: v2, labels: {version: v2}}
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: otlp-collector, namespace: otlp-system}
      spec:
        hosts: [${host}]
        http:
        - name: traces
          match: [{uri: {prefix: /v1/traces}}]
          route:
          - {destination: {host: ${host}, subset: v2, port: {number: 4318}}, weight: 10}
          - {destination: {host: ${host}, subset: v1, port: {number: 4318}}, weight: 90}
          timeout: 30s
          retries: {attempts: 3, perTryTimeout: 7s, retryOn: "connect-failure,refused-stream,reset-before-request"}
        - name: default
          route: [{destination: {host: ${host}, subset: v1, port: {number: 4318}}}]
          timeout: 30s
          retries: {attempts: 3, perTryTimeout: 7s, retryOn: "connect-failure,refused-stream,reset-before-request"}
  `));
});
