import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalWorkload } from './canonical-workload';

const { 'rust-api.k8s.yaml': text } = renderedBy('examples/S0-2.2/main.ts');

// The document has an annotation on the Deployment, which no injector reads, and no pods at all.
test('[F002] [F103] its pods ask for a proxy by a label of their own', () => {
  expect(loadAll(text)).toEqual(canonicalWorkload({ app: 'rust-api', image: 'myregistry.io/rust-api:v1' }));
});
