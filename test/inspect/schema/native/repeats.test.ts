import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { checkRepeats } from '../../../../lib/inspect/schema/native/repeats';
import { asLine } from '../../../support/thing-kind';

function found(list: unknown, seen?: readonly unknown[]): readonly string[] {
  const findings = new Findings();
  checkRepeats({ list }, ['list', 'name'], findings, seen);
  return findings.sorted.map(asLine);
}

test('every text that was there before stands twice', () => {
  expect(found([{ name: 'a' }, { name: 'b' }, {}, null, { name: '' }, {}])).toEqual([]);
  expect(found([{ name: 'a' }, { name: 'a' }, { name: 'a' }])).toEqual([
    'list[1].name: duplicate: duplicate name "a" (each name only once)',
    'list[2].name: duplicate: duplicate name "a" (each name only once)',
  ]);
});

test('also where it was seen elsewhere', () => {
  expect(found([{ name: 'a' }], ['a'])).toEqual(['list[0].name: duplicate: duplicate name "a" (each name only once)']);
});

test('what is no list has no items', () => {
  expect([undefined, null, 'a', {}].flatMap(list => found(list))).toEqual([]);
});
