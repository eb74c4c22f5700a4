import { editValue } from '../../../lib/inspect/fix/edited-value';
import type { Edit, Fix } from '../../../lib/inspect/fix/fix';

const rename = (to: string, ...path: ReadonlyArray<string | number>): Edit => ({ kind: 'rename', path, to });
const set = (to: string, ...path: ReadonlyArray<string | number>): Edit => ({ kind: 'set', path, to });
const wrap = (...path: ReadonlyArray<string | number>): Edit => ({ kind: 'wrap', path, key: 'value' });
const move = (path: readonly string[], into: readonly string[]): Edit => ({ kind: 'move', path, into });

test.each<[string, unknown, Fix, unknown]>([
  ['a text', { a: ['x'] }, [set('y', 'a', 0)], { a: ['y'] }],
  ['the root', 'x', [set('y')], 'y'],
  ['a key', [{ old: 1, b: 2 }], [rename('new', 0, 'old')], [{ new: 1, b: 2 }]],
  ['a number and its key', { a: 5 }, [wrap('a'), rename('b', 'a')], { b: { value: 5 } }],
  ['a pair', { a: { x: 1, y: 2 }, b: {} }, [move(['a', 'x'], ['b'])], { a: { y: 2 }, b: { x: 1 } }],
  ['the last pair of a mapping', { a: { x: 1 }, b: {} }, [move(['a', 'x'], ['b'])], { b: { x: 1 } }],
])('%s is changed, and can be changed back', (_, value, fix, after) => {
  const edited = { value: structuredClone(value) };
  const undo = editValue(edited, fix);
  expect(edited.value).toEqual(after);
  undo?.();
  expect(edited.value).toEqual(value);
});

test.each<[string, unknown, Fix]>([
  ['a text, where a number stands', { a: 5 }, [set('y', 'a')]],
  ['what is not there', { a: 5 }, [set('y', 'b')]],
  ['what a text has not', { a: 'text' }, [set('y', 'a', 'b')]],
  ['what lies beneath nothing', {}, [rename('y', 'a', 'b', 'c')]],
  ['a key beside the one that it should become', { a: 1, b: 2 }, [rename('b', 'a')]],
  ['an item of a list, which has no name', [1], [rename('b', 0)]],
  ['a pair into a mapping that has it', { a: { x: 1 }, b: { x: 2 } }, [move(['a', 'x'], ['b'])]],
  ['a pair into no mapping', { a: { x: 1 }, b: 5 }, [move(['a', 'x'], ['b'])]],
  ['the first of two edits, since the second cannot be done', { a: 'x', b: 5 }, [set('z', 'a'), set('z', 'b')]],
])('nothing is changed: %s', (_, value, fix) => {
  const edited = { value: structuredClone(value) };
  expect(editValue(edited, fix)).toBeUndefined();
  expect(edited.value).toEqual(value);
});
