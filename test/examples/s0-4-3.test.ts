import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const files = renderedBy('examples/S0-4.3/main.ts');
const objects = loadAll(files['rust-api.k8s.yaml']) as any[];

// To allow whoever has a token, as the document does, would add callers to those of other rules. So who has none is denied: none of
// this issuer, since somebody may have the namespace read tokens of others.
test('[F050] [F051] tokens are read as in the document, and required but for probes', () => {
  expect(objects).toEqual(load(`
    - apiVersion: security.istio.io/v1
      kind: RequestAuthentication
      metadata: {name: rust-api, namespace: default}
      spec:
        selector: {matchLabels: {app: rust-api}}
        jwtRules:
        - issuer: https://auth.example.com
          jwksUri: https://auth.example.com/.well-known/jwks.json
          audiences: [rust-api]
          forwardOriginalToken: true
          outputPayloadToHeader: x-jwt-payload
    - apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata:
        name: rust-api.deny
        namespace: default
        annotations: {cdk8s-mesh/suppress: 'policy-denies-tcp: all ports speak HTTP, and what else comes is denied on purpose'}
      spec:
        action: DENY
        selector: {matchLabels: {app: rust-api}}
        rules:
        - from: [{source: {notRequestPrincipals: ["https://auth.example.com/*"]}}]
          to: [{operation: {notPaths: [/healthz, /readyz]}}]
  `));
});
