import { BuiltinKinds, metadataTable, nativeTable } from '../../../../lib/inspect/schema/tables/native-table';

const builtins: BuiltinKinds = {
  kinds: { 'v1/Node': 'core.Node', 'apps/v1/Deployment': 'apps.Deployment', 'autoscaling/v2/HorizontalPodAutoscaler': 'autoscaling.HorizontalPodAutoscaler' },
  definitions: {
    'apps.Deployment': { type: 'object', properties: { spec: { type: 'object' } } },
    'core.Node': { type: 'object' },
    'autoscaling.HorizontalPodAutoscaler': { type: 'object' },
    'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': { type: 'object', properties: { name: { type: 'string' } } },
  },
};

test('all groups are one table, which knows what has no namespace and which versions are served too', () => {
  const { native, groups, nodes } = nativeTable(builtins);
  expect(native).toBe(1);
  const rootOf = (group: string, kind: string, version: string): unknown => nodes[groups[group][kind].versions[version].root!];
  expect(groups).toEqual({
    '': { Node: { scope: 'Cluster', versions: { v1: { root: expect.any(Number) as number } } } },
    'apps': { Deployment: { scope: 'Namespaced', versions: { v1: { root: expect.any(Number) as number } } } },
    'autoscaling': { HorizontalPodAutoscaler: { scope: 'Namespaced', versions: { v1: {}, v2: { root: expect.any(Number) as number } } } },
  });
  expect(rootOf('', 'Node', 'v1')).toEqual({ t: 'o' });
  expect(rootOf('apps', 'Deployment', 'v1')).toEqual({ t: 'o', p: { spec: groups[''].Node.versions.v1.root } });
});

test('the metadata of all objects is a table of its own', () => {
  expect(metadataTable(builtins)).toEqual({ root: 1, nodes: [{ t: 's' }, { t: 'o', p: { name: 0 } }] });
});
