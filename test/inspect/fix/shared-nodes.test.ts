import type { Edit } from '../../../lib/inspect/fix/fix';
import { isBehindAlias, isShared } from '../../../lib/inspect/fix/shared-nodes';
import { TextNode, textTree } from '../../../lib/inspect/fix/text-tree';
import { parseText } from '../../../lib/inspect/model/parse-text';

type Path = ReadonlyArray<string | number>;
const treeOf = (text: string): TextNode => textTree(parseText(text));
const rename = (...path: Path): Edit => ({ kind: 'rename', path, to: 'new' });
const set = (...path: Path): Edit => ({ kind: 'set', path, to: 'new' });
const move = (path: Path, into: Path): Edit => ({ kind: 'move', path, into });

test.each<[boolean, string, string, Edit]>([
  [true, 'the value', 'a: &x v\nb: *x\n', set('a')],
  [true, 'what holds the value', 'a: &x [{c: v}]\nb: *x\n', set('a', 0, 'c')],
  [true, 'what is merged', 'a: &x {c: v}\nb: {<<: *x}\n', set('a', 'c')],
  [true, 'the mapping of a key', 'a: &x {c: v}\nb: *x\n', rename('a', 'c')],
  [true, 'the key', '&x a: v\nb: *x\n', rename('a')],
  [true, 'the mapping into which a pair moves', 'a: {c: v}\nb: &x {}\nd: *x\n', move(['a', 'c'], ['b'])],
  [true, 'the last anchor of a name', 'a: &x v\nb: &x v\nc: *x\n', set('b')],
  [false, 'an earlier anchor of a name', 'a: &x v\nb: &x v\nc: *x\n', set('a')],
  [false, 'an anchor that nobody uses', 'a: &x v\nb: &y v\nc: *y\n', set('a')],
  [false, 'the value of a key that is renamed', 'a: &x v\nb: *x\n', rename('a')],
  [false, 'a place that is not there', 'a: &x v\nb: *x\n', move(['c', 'd'], ['e'])],
])('%s: an alias brings it to another place: %s', (shared, _, text, edit) => {
  expect(isShared(treeOf(text), edit)).toBe(shared);
});

test.each<[boolean, string, Edit]>([
  [true, 'a: &x {c: v}\nb: *x\n', set('b', 'c')],
  [true, 'a: &x v\nb: *x\n', set('b')],
  [true, 'a: &x {c: v}\nb: {<<: *x}\n', set('b', 'c')],
  [true, 'a: &x {c: v}\nb: *x\nd: {e: f}\n', move(['d', 'e'], ['b'])],
  [false, 'a: &x {c: v}\nb: *x\n', set('a', 'd')],
  [false, 'a: [&x v, *x]\n', set('a', 2)],
])('%s: a path leads through an alias, or to what is merged: %j', (behind, text, edit) => {
  expect(isBehindAlias(treeOf(text), edit)).toBe(behind);
});
