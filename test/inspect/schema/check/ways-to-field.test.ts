import { Context } from '../../../../lib/inspect/schema/check/context';
import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { waysToField } from '../../../../lib/inspect/schema/check/ways-to-field';
import { METADATA, SchemaNode } from '../../../../lib/inspect/schema/node';

const metadata = { root: 1, nodes: [{ t: 's' }, { t: 'o', p: { labels: 0 } }] as const };
const contextOf = (nodes: readonly SchemaNode[]): Context =>
  ({ findings: new Findings(), object: {}, nodes, root: 0, metadata, kind: 'Thing', fits: () => false });

test('a node leads to a field of its own, of its items, of its values and of its metadata', () => {
  const context = contextOf([{ t: 's' }, { p: { a: 0 } }, { i: 1 }, { a: 2 }, { p: { b: 3 } }, { emb: 1 }]);
  expect(waysToField(context, 'a')).toEqual(new Set([1, 2, 3, 4]));
  expect(waysToField(context, 'labels')).toEqual(new Set([METADATA, 5]));
  expect(waysToField(context, 'toString')).toEqual(new Set());
});

test('a node may stand before what it leads to, when a schema contains itself', () => {
  expect(waysToField(contextOf([{ p: { more: 1 } }, { p: { back: 0, a: 2 } }, {}]), 'a')).toEqual(new Set([0, 1]));
});

test('a name is looked for once in a table', () => {
  const { nodes } = contextOf([{ p: { a: 0 } }]);
  expect(waysToField(contextOf(nodes), 'a')).toBe(waysToField(contextOf(nodes), 'a'));
});
