import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const rendered = renderedBy('examples/S0-3.3/main.ts');
const [gateway, rules, access] = loadAll(rendered['gateway.k8s.yaml']) as any[];

// A server that redirects names no mode. The Gateway stands where its pods are, since its Secret is looked for there.
test('[F035] [F036] [F037] [F038] [F040] its gateway is that of the corrected manifest: both ports, TLS from 1.2 on, in the namespace of the Secret', () => {
  expect(gateway).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: Gateway
    metadata: {name: rust-api-gateway, namespace: istio-system}
    spec:
      selector: {istio: ingressgateway}
      servers:
      - port: {number: 80, name: http, protocol: HTTP}
        hosts: [api.example.com]
        tls: {httpsRedirect: true}
      - port: {number: 443, name: https, protocol: HTTPS}
        hosts: [api.example.com]
        tls: {mode: SIMPLE, credentialName: api-tls-secret, minProtocolVersion: TLSV1_2}
  `));
});

test('[F013] [F018] [F022] [F039] its rules are those of the corrected manifest', () => {
  expect(rules).toEqual(load(`
    apiVersion: networking.istio.io/v1
    kind: VirtualService
    metadata: {name: rust-api-gateway.api.example.com, namespace: istio-system}
    spec:
      hosts: [api.example.com]
      gateways: [istio-system/rust-api-gateway]
      http:
      - name: rust-api
        match: [{uri: {prefix: /api/v1}}]
        route: [{destination: {host: rust-api.default.svc.cluster.local, port: {number: 8080}}}]
  `));
});

// The document says nothing of access. Where nobody is let in by default, a gateway is there for everybody.
test('it lets everybody in', () => {
  expect(access).toEqual(load(`
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: rust-api-gateway, namespace: istio-system}
    spec:
      selector: {matchLabels: {istio: ingressgateway}}
      rules: [{}]
  `));
});

test('[F038] no Secret is rendered, and nothing else', () => {
  expect(Object.keys(rendered)).toEqual(['gateway.k8s.yaml']);
  expect(loadAll(rendered['gateway.k8s.yaml'])).toHaveLength(3);
});
