import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalNamespace, canonicalWorkload } from './canonical-workload';

const { 'RUNBOOK.md': runbook, 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-2.2/main.ts');

// The document labels the namespace by a command, and has an annotation on the Deployment, which no injector reads, and no pods at all.
test('[F001] [F002] [F103] its namespace is labelled for the mesh, and its pods ask for a proxy by a label of their own', () => {
  expect(loadAll(text)).toEqual([canonicalNamespace('default'), ...canonicalWorkload({ app: 'rust-api', image: 'myregistry.io/rust-api:v1' })]);
});

// The command of the document does not list init containers, among which a native sidecar is.
test('[F010] its runbook lists all containers of its pods', () => {
  expect(runbook.split('\n').filter(line => line.startsWith('kubectl get pods'))).toEqual([
    'kubectl get pods -n default -l app=rust-api -o jsonpath=\'{range .items[*]}{.metadata.name}{"\\tinit: "}{.spec.initContainers[*].name}{"\\tcontainers: "}{.spec.containers[*].name}{"\\n"}{end}\'',
  ]);
});
