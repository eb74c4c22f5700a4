import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const files = renderedBy('examples/S4-Sec.2/main.ts');
const objects = loadAll(files['order-service.k8s.yaml']) as any[];

test('[F050] [F051] [F052] tokens are read and required, and have one of two roles', () => {
  expect(objects).toEqual(load(`
    - apiVersion: security.istio.io/v1
      kind: RequestAuthentication
      metadata: {name: order-service, namespace: default}
      spec:
        selector: {matchLabels: {app: order-service}}
        jwtRules:
        - {issuer: https://auth.example.com, jwksUri: https://auth.example.com/.well-known/jwks.json, audiences: [order-service]}
    - apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: order-service, namespace: default}
      spec:
        selector: {matchLabels: {app: order-service}}
        rules:
        - from: [{source: {requestPrincipals: ["https://auth.example.com/*"]}}]
          when: [{key: "request.auth.claims[role]", values: [admin, user]}]
    - apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: order-service.deny
        namespace: default
        annotations: {cdk8s-mesh/suppress: 'policy-denies-tcp: all ports speak HTTP, and what else comes is denied on purpose'}
      spec:
        action: DENY
        selector: {matchLabels: {app: order-service}}
        rules:
        - from: [{source: {notRequestPrincipals: ["https://auth.example.com/*"]}}]
  `));
});
