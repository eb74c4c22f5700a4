import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const files = renderedBy('examples/S0-4.2/main.ts');
const objects = loadAll(files['rust-api.k8s.yaml']) as any[];

// In the document a subject stands without its issuer, an address may do everything, and what is denied holds whole clusters. To allow is what a
// policy does that names no action.
test('[F046] [F047] [F048] [F052] who may call is as in the corrected manifest, with the addresses limited to the API', () => {
  expect(objects.find(({ metadata: { name }, kind }) => kind === 'AuthorizationPolicy' && name === 'rust-api')).toEqual(load(`
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: rust-api, namespace: default}
    spec:
      selector: {matchLabels: {app: rust-api}}
      rules:
      - from: [{source: {ipBlocks: [192.168.1.0/24]}}]
        to: [{operation: {paths: ["/api/*"]}}]
      - from: [{source: {namespaces: [frontend, gateway]}}]
        to: [{operation: {methods: [GET, POST], paths: ["/api/*"]}}]
      - from: [{source: {requestPrincipals: ["https://auth.example.com/*"]}}]
        to: [{operation: {methods: [DELETE], paths: ["/api/admin/*"]}}]
        when: [{key: "request.auth.claims[role]", values: [admin]}]
  `));
});

test('[F049] [F055] who may not is a smaller network than that of most clusters', () => {
  expect(objects.find(({ spec }) => spec.action === 'DENY')).toEqual(load(`
    apiVersion: security.istio.io/v1
    kind: AuthorizationPolicy
    metadata: {name: rust-api.deny, namespace: default}
    spec:
      action: DENY
      selector: {matchLabels: {app: rust-api}}
      rules:
      - from: [{source: {ipBlocks: [10.66.0.0/16]}}]
  `));
});
