import { NodePool } from '../../../../lib/inspect/schema/tables/node-pool';

test('equal nodes stand once', () => {
  const pool = new NodePool();
  expect([pool.add({ t: 's' }), pool.add({ t: 'o', p: { a: 0 } }), pool.add({ t: 's' }), pool.add({ t: 'o', p: { a: 0 } })]).toEqual([0, 1, 0, 1]);
  expect(pool.nodes).toEqual([{ t: 's' }, { t: 'o', p: { a: 0 } }]);
});

test('a reserved place is filled later', () => {
  const pool = new NodePool();
  const place = pool.reserve();
  const child = pool.add({ i: place });
  pool.fill(place, { p: { list: child } });
  expect(pool.nodes).toEqual([{ p: { list: 1 } }, { i: 0 }]);
});
