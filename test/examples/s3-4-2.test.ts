import { load, loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

const files = renderedBy('examples/S3-4.2/main.ts');
const objects = loadAll(files['go-app.k8s.yaml']) as any[];

test('[F041] [F045] [F046] [F047] the namespace and the application are as in the document', () => {
  expect(objects.filter(({ kind }) => kind !== 'Namespace')).toEqual(load(`
    - apiVersion: security.istio.io/v1
      kind: PeerAuthentication
      metadata: {name: default, namespace: default}
      spec: {mtls: {mode: STRICT}}
    - apiVersion: security.istio.io/v1
      kind: AuthorizationPolicy
      metadata: {name: go-app, namespace: default}
      spec:
        selector: {matchLabels: {app: go-app}}
        rules:
        - from: [{source: {principals: [cluster.local/ns/default/sa/frontend]}}]
          to: [{operation: {methods: [GET, POST], paths: ["/api/*"]}}]
        - from: [{source: {namespaces: [istio-system]}}]
          to: [{operation: {methods: [GET], paths: [/health, /metrics]}}]
  `));
});
