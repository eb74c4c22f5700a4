import { Crd, CrdVersion } from '../../../../lib/inspect/schema/tables/crd';
import { copiedCrdTables, crdTables } from '../../../../lib/inspect/schema/tables/crd-tables';
import { IstioHistory } from '../../../../lib/inspect/schema/tables/istio-history';

const crd = (group: string, kind: string, versions: readonly CrdVersion[]): Crd => ({ spec: { group, scope: 'Cluster', names: { kind }, versions } });
const schema = { openAPIV3Schema: { type: 'object', properties: { spec: { type: 'object', properties: { a: { type: 'string' } } } } } };

test('a CRD that is given whole has the versions that it serves', () => {
  const tables = crdTables([crd('b.io', 'B', [{ name: 'v1', served: true, schema }, { name: 'v1beta1', served: false, schema }, { name: 'v2', served: true }])]);
  expect(Object.fromEntries(tables)).toEqual({
    'b.io': {
      groups: { 'b.io': { B: { scope: 'Cluster', versions: { v1: { root: 2 }, v2: {} } } } },
      nodes: [{ t: 's' }, { t: 'o', p: { a: 0 } }, { t: 'o', p: { spec: 1 }, emb: 1 }],
    },
  });
});

test('a version whose schema is null has none', () => {
  const [version] = JSON.parse('[{ "name": "v1", "served": true, "schema": { "openAPIV3Schema": null } }]') as CrdVersion[];
  expect(crdTables([crd('b.io', 'B', [version])]).get('b.io')).toEqual({ groups: { 'b.io': { B: { scope: 'Cluster', versions: { v1: {} } } } }, nodes: [] });
});

test('groups and kinds are sorted', () => {
  const version = [{ name: 'v1', served: true }];
  const tables = crdTables([crd('b.io', 'B', version), crd('a.io', 'A', version), crd('b.io', 'A', version)]);
  expect([...tables].map(([group, table]) => [group, Object.keys(table.groups[group])])).toEqual([['a.io', ['A']], ['b.io', ['A', 'B']]]);
});

describe('copies of published CRDs', () => {
  const history: IstioHistory = {
    releases: ['1.20.0', '1.31.0'],
    kinds: { A: { since: { a: '1.25' }, apiVersions: { 'a.io/v1': { first: '1.22', last: '1.31' }, 'a.io/v1beta1': { first: '1.20', last: '1.31' } } } },
  };

  test('a kind of Istio has all versions of the history, with the one schema, and the releases of its fields', () => {
    const tables = copiedCrdTables([crd('a.io', 'A', [{ name: 'v1', served: true, schema }])], history);
    expect(tables.get('a.io')).toEqual({
      groups: { 'a.io': { A: { scope: 'Cluster', versions: { v1: { root: 2, since: '1.22' }, v1beta1: { root: 2 } } } } },
      nodes: [{ t: 's' }, { t: 'o', p: { a: 0 }, s: { a: '1.25' } }, { t: 'o', p: { spec: 1 }, emb: 1 }],
    });
  });

  test('another kind keeps every version that the copy has, served or not, and may have more', () => {
    const versions = [{ name: 'v1', served: true, schema }, { name: 'v1alpha1', served: false, schema }];
    expect(copiedCrdTables([crd('b.io', 'A', versions)], history).get('b.io')?.groups).toEqual({
      'b.io': { A: { scope: 'Cluster', versions: { v1: { root: 2 }, v1alpha1: { root: 2 } }, more: 1 } },
    });
  });
});
