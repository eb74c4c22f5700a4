import { generateTables } from '../../../scripts/imports/schema-tables';
import { widgetCrd } from '../../support/widget-crd';

test('the schema tables of the CRDs and of the built-in kinds stand in a folder of their own', () => {
  const builtins = { kinds: {}, definitions: { 'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { type: 'object' } } };
  const tables = generateTables([widgetCrd()], {
    builtins: { name: 'facts/kubernetes.json', text: JSON.stringify(builtins) },
    istioHistory: { name: 'facts/istio-history.json', text: JSON.stringify({ releases: ['1.31.0'], kinds: {} }) },
  });
  expect([...tables.keys()]).toEqual(['schemas/index.json', 'schemas/kubernetes.json', 'schemas/example.com.json']);
  expect(JSON.parse(tables.get('schemas/example.com.json')!).groups['example.com'].Widget.scope).toBe('Namespaced');
});
