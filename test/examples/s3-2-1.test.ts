import { load } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalNamespace } from './canonical-workload';

// The document labels the namespace by a command, so that nobody can look up whether it is.
test('[F001] its namespace is labelled for the mesh', () => {
  const rendered = renderedBy('examples/S3-2.1/main.ts');
  expect(Object.keys(rendered)).toEqual(['platform.k8s.yaml']);
  expect(load(rendered['platform.k8s.yaml'])).toEqual(canonicalNamespace('default'));
});
