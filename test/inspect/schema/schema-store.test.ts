import { SchemaStore } from '../../../lib/inspect/schema/schema-store';
import { Crd } from '../../../lib/inspect/schema/tables/crd';

const files: Readonly<Record<string, object>> = {
  'index.json': {
    groups: { '': { file: 'core.json', kinds: ['Pod'] }, 'a.io': { file: 'a.json', closed: 1, kinds: ['A', 'B'] } },
    metadata: { nodes: [{ t: 'o' }], root: 0 },
  },
  'core.json': { native: 1, nodes: [], groups: { '': { Pod: { scope: 'Namespaced', versions: { v1: {} } } } } },
  'a.json': { nodes: [], groups: { 'a.io': { A: { scope: 'Cluster', versions: { v1: {} } }, B: { scope: 'Cluster', versions: { v2: {} } } } } },
};

function storeThatTells(): { readonly store: SchemaStore; readonly reads: readonly string[] } {
  const reads: string[] = [];
  const read = (file: string): string => {
    reads.push(file);
    return JSON.stringify(files[file]);
  };
  return { reads, store: SchemaStore.of(read) };
}

const crd = (group: string, kind: string, version: string): Crd => ({
  spec: {
    group, scope: 'Namespaced', names: { kind },
    versions: [{ name: version, served: true, schema: { openAPIV3Schema: { type: 'object' } } }],
  },
});

test('a table is read when a kind of its group is asked for, once', () => {
  const { store, reads } = storeThatTells();
  expect(reads).toEqual(['index.json']);
  expect(store.kindsOf('a.io')).toEqual(['A', 'B']);
  expect(store.metadata).toEqual({ nodes: [{ t: 'o' }], root: 0 });
  expect(reads).toEqual(['index.json']);
  expect(store.kind('a.io', 'A')).toEqual({ scope: 'Cluster', versions: { v1: {} }, table: files['a.json'] });
  expect(store.kind('a.io', 'B')?.table).toBe(store.kind('a.io', 'A')?.table);
  store.kind('', 'Pod');
  store.kind('a.io', 'C');
  expect(reads).toEqual(['index.json', 'a.json', 'core.json']);
});

test('what is not known is not found', () => {
  const { store } = storeThatTells();
  expect([store.kind('a.io', 'C'), store.kind('b.io', 'A'), store.kind('toString', 'A'), store.kind('a.io', 'constructor')])
    .toEqual([undefined, undefined, undefined, undefined]);
  expect(store.kindsOf('toString')).toEqual([]);
});

test('a group is closed when its entry says so', () => {
  const { store } = storeThatTells();
  expect(['', 'a.io', 'b.io', 'valueOf'].map(group => store.isClosed(group))).toEqual([false, true, false, false]);
  expect(store.groups).toEqual(['', 'a.io']);
});

describe('with more CRDs', () => {
  test('new groups, new kinds and kinds that are replaced are all found', () => {
    const { store } = storeThatTells();
    const more = store.withCrds([crd('a.io', 'B', 'v3'), crd('a.io', 'C', 'v1'), crd('b.io', 'D', 'v1')]);
    expect(more.groups).toEqual(['', 'a.io', 'b.io']);
    expect(more.kindsOf('a.io')).toEqual(['A', 'B', 'C']);
    expect(Object.keys(more.kind('a.io', 'B')!.versions)).toEqual(['v3']);
    expect(more.kind('a.io', 'B')!.table.nodes).toEqual([{ t: 'o', emb: 1 }]);
    expect(Object.keys(more.kind('a.io', 'A')!.versions)).toEqual(['v1']);
    expect(more.kind('b.io', 'D')!.scope).toBe('Namespaced');
  });

  test('the store itself stays what it is, and CRDs can be added again', () => {
    const { store, reads } = storeThatTells();
    const twice = store.withCrds([crd('b.io', 'D', 'v1')]).withCrds([crd('b.io', 'E', 'v1'), crd('b.io', 'D', 'v2')]);
    expect(store.kind('b.io', 'D')).toBeUndefined();
    expect(twice.kindsOf('b.io')).toEqual(['D', 'E']);
    expect(Object.keys(twice.kind('b.io', 'D')!.versions)).toEqual(['v2']);
    store.kind('a.io', 'A');
    twice.kind('a.io', 'A');
    expect(reads).toEqual(['index.json', 'a.json']);
  });
});

test('the tables of the project lie in a folder', () => {
  const store = SchemaStore.at('imports/schemas');
  expect(Object.keys(store.kind('networking.istio.io', 'VirtualService')!.versions).sort()).toEqual(['v1', 'v1alpha3', 'v1beta1']);
  expect(store.kind('', 'Service')!.table.native).toBe(1);
  expect(() => SchemaStore.at('imports')).toThrow(/ENOENT.*index\.json/);
});
