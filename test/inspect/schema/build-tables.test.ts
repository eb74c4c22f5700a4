import { buildTables, TableSources } from '../../../lib/inspect/schema/build-tables';
import { Crd } from '../../../lib/inspect/schema/tables/crd';

const crd = (group: string, kind: string): Crd => ({
  spec: {
    group, scope: 'Namespaced', names: { kind },
    versions: [{ name: 'v1', served: true, schema: { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'string' } } } } }],
  },
});

const sources: TableSources = {
  crds: [crd('b.io', 'B'), crd('a.istio.io', 'A'), crd('b.io', 'A')],
  builtins: {
    kinds: { 'v1/Pod': 'core.Pod' },
    definitions: {
      'core.Pod': { type: 'object', properties: { metadata: { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' } } },
      'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { type: 'object', properties: { name: { type: 'string' } } },
    },
  },
  istioHistory: {
    releases: ['1.20.1', '1.31.0'],
    kinds: { A: { apiVersions: { 'a.istio.io/v1': { first: '1.22', last: '1.31' }, 'a.istio.io/v1beta1': { first: '1.20', last: '1.31' } }, since: {} } },
  },
};

test('there is an index, a file for all built-in groups, and one for each group of the CRDs', () => {
  const files = [...buildTables(sources)].map(([file, text]) => [file, JSON.parse(text) as unknown]);
  expect(Object.fromEntries(files)).toEqual({
    'index.json': {
      groups: {
        '': { file: 'kubernetes.json', kinds: ['Pod'] },
        'a.istio.io': { file: 'a.istio.io.json', closed: 1, kinds: ['A'] },
        'b.io': { file: 'b.io.json', kinds: ['A', 'B'] },
      },
      metadata: { root: 1, nodes: [{ t: 's' }, { t: 'o', p: { name: 0 } }] },
    },
    'kubernetes.json': {
      native: 1,
      groups: { '': { Pod: { scope: 'Namespaced', versions: { v1: { root: 0 } } } } },
      nodes: [{ t: 'o', p: { metadata: -1 } }],
    },
    'a.istio.io.json': {
      groups: { 'a.istio.io': { A: { scope: 'Namespaced', versions: { v1: { root: 1, since: '1.22' }, v1beta1: { root: 1 } } } } },
      nodes: [{ t: 's' }, { t: 'o', p: { spec: 0 }, emb: 1 }],
    },
    'b.io.json': {
      groups: { 'b.io': { A: { scope: 'Namespaced', versions: { v1: { root: 1 } }, more: 1 }, B: { scope: 'Namespaced', versions: { v1: { root: 1 } }, more: 1 } } },
      nodes: [{ t: 's' }, { t: 'o', p: { spec: 0 }, emb: 1 }],
    },
  });
});

test('the order of the CRDs does not matter, and a file ends with a line end', () => {
  const texts = [...buildTables(sources)];
  expect([...buildTables({ ...sources, crds: [...sources.crds].reverse() })]).toEqual(texts);
  expect(texts.filter(([, text]) => !text.endsWith('}\n'))).toEqual([]);
});
