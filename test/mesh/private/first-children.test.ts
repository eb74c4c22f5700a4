import { Construct } from 'constructs';
import { putFirst } from '../../../lib/mesh/private/first-children';

test('some children stand before others, and each of them in the order in which it was made', () => {
  const root = new Construct(undefined as any, '');
  putFirst(root, ({ node: { id } }) => id.startsWith('first'));
  ['a', 'first-b', 'c', 'first-a'].forEach(id => new Construct(root, id));
  expect(root.node.children.map(({ node: { id } }) => id)).toEqual(['first-b', 'first-a', 'a', 'c']);
  expect(root.node.findAll().map(({ node: { id } }) => id)).toEqual(['', 'first-b', 'first-a', 'a', 'c']);
});
