import { uniformNode } from '../../../lib/inspect/schema/uniform-node';

test('a node says what it said, and of all else nothing', () => {
  const node = { r: ['a'], t: 'o', p: { a: 0 } } as const;
  expect(uniformNode(node)).toEqual(node);
  expect(Object.keys(uniformNode(node))).toContain('maxp');
});

test('all nodes have their keys in one order', () => {
  expect(Object.keys(uniformNode({ v: [], t: 's' }))).toEqual(Object.keys(uniformNode({ t: 'a', i: 1 })));
});
