import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';
import { canonicalNamespace } from './canonical-workload';

// The document labels the namespace by a command, so that nobody can look up whether it is. What holds for the whole mesh is not of this section.
test('[F001] its namespace is labelled for the mesh', () => {
  const rendered = renderedBy('examples/S3-2.1/main.ts');
  expect(Object.keys(rendered)).toEqual(['install/istio-operator.yaml', 'install/istiod-values.yaml', 'platform.k8s.yaml']);
  const objects = loadAll(rendered['platform.k8s.yaml']) as any[];
  expect(objects.map(({ kind }) => kind)).toEqual(['Namespace', 'PeerAuthentication', 'AuthorizationPolicy']);
  expect(objects[0]).toEqual(canonicalNamespace('default'));
});
