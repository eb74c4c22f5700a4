import { loadAll } from 'js-yaml';
import { renderedBy } from '../support/run-app';

// In the document both phases have one name and stand in one file, so that the second alone would count.
test('[F043] the two phases of mutual TLS are two folders, which differ in the mode alone', () => {
  const files = renderedBy('examples/S4-BP.2/main.ts');
  const phases = Object.entries(files).map(([file, text]) => [file, loadAll(text)]);
  const namespace = { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop', labels: { 'istio-injection': 'enabled' } } };
  const safety = (mode: string): object => (
    { apiVersion: 'security.istio.io/v1', kind: 'PeerAuthentication', metadata: { name: 'default', namespace: 'shop' }, spec: { mtls: { mode } } }
  );
  expect(phases).toEqual([
    ['1-permissive/namespaces.k8s.yaml', [namespace, safety('PERMISSIVE')]],
    ['2-strict/namespaces.k8s.yaml', [namespace, safety('STRICT')]],
  ]);
});
