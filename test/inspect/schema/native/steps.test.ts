import { Findings } from '../../../../lib/inspect/schema/check/findings';
import { Fields, fieldsAt, inField, inItems, isSet, isThere, itemsOf, textOf, wayTo } from '../../../../lib/inspect/schema/native/steps';

type Seen = readonly [path: string, fields: Fields];

function seenBy(step: typeof inField, fields: Fields): readonly Seen[] {
  const [findings, seen] = [new Findings(), [] as Seen[]];
  step(fields, 'a', findings, value => seen.push([findings.path.join('.'), value]));
  expect(findings.path).toEqual([]);
  return seen;
}

test('a rule gets the object at a field, and its place', () => {
  expect(seenBy(inField, { a: { b: 1 } })).toEqual([['a', { b: 1 }]]);
  expect([{}, { a: null }, { a: 1 }, { a: [] }].flatMap(fields => seenBy(inField, fields))).toEqual([]);
});

test('a rule gets each item of a list, of which null is an empty object', () => {
  expect(seenBy(inItems, { a: [{ b: 1 }, null] })).toEqual([['a.0', { b: 1 }], ['a.1', {}]]);
  expect([{}, { a: null }, { a: {} }, { a: [] }].flatMap(fields => seenBy(inItems, fields))).toEqual([]);
});

test('what is not of its type is not there', () => {
  expect([itemsOf({ a: [{ b: 1 }, 2] }, 'a'), itemsOf({}, 'a'), fieldsAt({ a: { b: 1 } }, 'a'), fieldsAt({ a: [] }, 'a')]).toEqual([[{ b: 1 }, {}], [], { b: 1 }, {}]);
  expect([undefined, null, '', 0, false].map(isThere)).toEqual([false, false, false, true, true]);
  expect([undefined, null, '', 0, false].map(isSet)).toEqual([false, false, true, true, true]);
  expect([undefined, null, '', 0, 'a'].map(textOf)).toEqual([undefined, undefined, undefined, undefined, 'a']);
});

test('the way to a value ends at the first step that is missing', () => {
  expect([wayTo({ a: { b: {} } }, 'a', 'b', 'c'), wayTo({ a: {} }, 'a', 'b', 'c'), wayTo({}, 'a', 'b')]).toEqual([['a', 'b', 'c'], ['a', 'b'], ['a']]);
});
