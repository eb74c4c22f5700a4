import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const host = 'order-service.ecommerce.svc.cluster.local';

const { 'ecommerce.k8s.yaml': text } = renderedBy('examples/S4-Ex.4/main.ts');

// In the document both are in no namespace, where a short host means another service; four tries of a second have three, which are enough for
// three tries. A POST that may have been done is not tried again. Callers inside of the mesh get the same timeout and tries. Where nobody is let
// in by default, a gateway lets everybody in.
test('[F014] [F015] [F016] [F018] [F019] [F022] [F035] [F039] [F040] its objects are those of the corrected manifest, beside the service', () => {
  expect(loadAll(text)).toEqual(load(`
    - apiVersion: networking.istio.io/v1
      kind: Gateway
      metadata: {name: ecommerce-gateway, namespace: ecommerce}
      spec:
        selector: {istio: ingressgateway}
        servers:
        - port: {number: 80, name: http, protocol: HTTP}
          hosts: [api.example.com]
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: ecommerce-gateway.api.example.com, namespace: ecommerce}
      spec:
        hosts: [api.example.com]
        gateways: [ecommerce/ecommerce-gateway]
        http:
        - name: order-service
          match: [{uri: {prefix: /orders}}]
          route: [{destination: {host: ${host}, port: {number: 8080}}}]
          timeout: 3s
          retries: {attempts: 2, perTryTimeout: 1s, retryOn: "connect-failure,refused-stream,reset-before-request"}
    - apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: ecommerce.ecommerce-gateway, namespace: istio-system}
      spec:
        selector: {matchLabels: {istio: ingressgateway}}
        rules: [{}]
    - apiVersion: networking.istio.io/v1
      kind: VirtualService
      metadata: {name: order-service, namespace: ecommerce}
      spec:
        hosts: [${host}]
        http:
        - name: default
          route: [{destination: {host: ${host}, port: {number: 8080}}}]
          timeout: 3s
          retries: {attempts: 2, perTryTimeout: 1s, retryOn: "connect-failure,refused-stream,reset-before-request"}
  `));
});
