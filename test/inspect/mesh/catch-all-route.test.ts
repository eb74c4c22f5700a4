import { takesAll } from '../../../lib/inspect/mesh/catch-all-route';
import { Field } from '../../../lib/inspect/mesh/field';

test.each([
  ['no match', {}, true],
  ['the prefix /', { match: [{ uri: { prefix: '/' } }] }, true],
  ['a match without conditions', { match: [{ uri: { exact: '/a' } }, { name: 'rest' }] }, true],
  ['a path', { match: [{ uri: { prefix: '/a' } }] }, false],
  ['a header beside the prefix /', { match: [{ uri: { prefix: '/' }, headers: { a: { exact: 'b' } } }] }, false],
])('tells whether an entry with %s takes all requests', (_, entry, all) => {
  expect(takesAll(Field.root(entry))).toBe(all);
});
