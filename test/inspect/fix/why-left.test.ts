import type { Edit, Fix } from '../../../lib/inspect/fix/fix';
import { mendText } from '../../../lib/inspect/fix/mend-text';
import type { Repair } from '../../../lib/inspect/fix/repair';
import { WhyLeft, whyLeft } from '../../../lib/inspect/fix/why-left';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';

const rename = (to: string, ...path: ReadonlyArray<string | number>): Edit => ({ kind: 'rename', path, to });
const set = (to: string, ...path: ReadonlyArray<string | number>): Edit => ({ kind: 'set', path, to });
const wrap = (...path: ReadonlyArray<string | number>): Edit => ({ kind: 'wrap', path, key: 'value' });
const move: Edit = { kind: 'move', path: ['annotations', 'inject'], into: ['labels'] };

function repairOf(text: string, fix: Fix): Repair {
  const [object] = readInput([SourceFile.decode('a.yaml', Buffer.from(`kind: A\n${text}`, 'latin1'))]).objects;
  return { object, fix, code: 'A', path: [] };
}

test.each<[WhyLeft, string, string, Fix]>([
  ['encoding', 'of a file that is no UTF-8', 'a: x\n---\n# \xE9\n', [set('z', 'a')]],
  ['problems', 'of a document with a key that stands twice', 'a: x\na: y\n', [set('z', 'a')]],
  ['taken', 'of a key beside the one that it should become', 'old: 1\nnew: 2\n', [rename('new', 'old')]],
  ['taken', 'of a pair that is in the other mapping already', 'labels: {inject: x}\nannotations: {inject: y}\n', [move]],
  ['alias', 'of a text that an alias brings to another place', 'a: &x v\nb: *x\n', [set('z', 'a')]],
  ['alias', 'of a text that an alias brings here', 'a: &x {c: v}\nb: *x\n', [set('z', 'b', 'c')]],
  ['alias', 'of a text that is an alias', 'a: &x v\nb: *x\n', [set('z', 'b')]],
  ['alias', 'of a text that is merged', 'a: &x {c: v}\nb: {<<: *x}\n', [set('z', 'b', 'c')]],
  ['alias', 'of a pair that would move where an alias stands', 'x: &x {a: b}\nlabels: *x\nannotations: {inject: v}\n', [move]],
  ['comment', 'of a pair with a comment, into braces', 'labels: {app: shop}\nannotations:\n  inject: x # why\n  a: b\n', [move]],
  ['lines', 'of a text of several lines', 'a: |\n  x\n  y\n', [set('z', 'a')]],
  ['lines', 'of a mapping over several lines', 'a:\n  b: 1\n', [wrap('a')]],
  ['meaning', 'of a text that would be no text', 'a: x\n', [set('true', 'a')]],
  ['meaning', 'of a key that would be none', 'old: x\n', [rename('a: b', 'old')]],
  ['meaning', 'of a number with a tag', 'a: !!int 5\n', [wrap('a')]],
  ['meaning', 'of a text with a tag that would be a list', 'a: !!str x\n', [set('[]', 'a')]],
  ['meaning', 'in braces whose lines are not indented, which only JSON may do', 'a:\n  b: {\nc: x\n}\n', [set('z', 'a', 'b', 'c')]],
  ['neighbor', 'of what could be done alone', 'a: x\n', [set('z', 'a')]],
])('%s %s', (why, _, text, fix) => {
  expect(whyLeft(repairOf(text, fix))).toBe(why);
  expect(why === 'encoding' || mendText(`kind: A\n${text}`, [fix]).done.length === (why === 'neighbor' ? 1 : 0)).toBe(true);
});

test('two edits are looked at one after the other', () => {
  expect(whyLeft(repairOf('a: &x 5\nb: *x\n', [wrap('a'), rename('c', 'a')]))).toBe('alias');
});

test('an item of a List is found in its document', () => {
  const [, second] = readInput([new SourceFile('a.yaml', 'kind: List\napiVersion: v1\nitems:\n- {kind: A}\n- {kind: A, old: 1, new: 2}\n')]).objects;
  expect(whyLeft({ object: second, fix: [rename('new', 'old')], code: 'A', path: [] })).toBe('taken');
});
