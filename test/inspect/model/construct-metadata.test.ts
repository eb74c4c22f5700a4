import { ConstructMetadata } from '../../../lib/inspect/model/construct-metadata';

const ours = ConstructMetadata.parse(JSON.stringify({
  version: '1.0.0',
  resources: { web: { path: 'last/of/the/name' } },
  folders: { '': { 'Service web': 'all/web' }, 'prod': { 'Service shop/web': 'prod/web', 'Gateway.networking.istio.io shop/web': 'prod/gateway', 'Namespace shop': 'prod/shop' } },
  published: '../../dist',
}));
const service = { apiVersion: 'v1', kind: 'Service', namespace: 'shop', name: 'web' };

test('objects of one name are told apart by folder, group and kind', () => {
  expect(ours.constructOf('prod/shop/a.yaml', service)).toBe('prod/web');
  expect(ours.constructOf('prod/a.yaml', { ...service, apiVersion: 'networking.istio.io/v1', kind: 'Gateway' })).toBe('prod/gateway');
  expect(ours.constructOf('prod/a.yaml', { apiVersion: 'v1', kind: 'Namespace', name: 'shop' })).toBe('prod/shop');
  expect(ours.constructOf('prod/a.yaml', { ...service, name: 'other' })).toBeUndefined();
});

test('what stands outside of environments, and what names no namespace, is found too', () => {
  expect(ours.constructOf('a.yaml', service)).toBe('all/web');
  expect(ours.constructOf('shop/a.yaml', service)).toBe('all/web');
});

test('of cdk8s itself the name alone is known', () => {
  const { published, ...theirs } = { published: ours.published, metadata: ConstructMetadata.parse('{"version":"1.0.0","resources":{"web":{"path":"shop/web"}}}') };
  expect(theirs.metadata.constructOf('a.yaml', service)).toBe('shop/web');
  expect([published, theirs.metadata.published]).toEqual(['../../dist', undefined]);
});

test.each(['', '{', '[]', 'null', '{"folders":1}', '{"folders":{"":[]}}', '{"resources":{"web":{"path":1}}}'])('of %j nothing is known, and nothing fails', text => {
  expect(ConstructMetadata.parse(text).constructOf('a.yaml', service)).toBeUndefined();
});
