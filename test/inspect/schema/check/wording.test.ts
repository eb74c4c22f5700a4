import { choice, didYouMean, nameOf, oneOf, placeOf, shown } from '../../../../lib/inspect/schema/check/wording';

test('a value is called by its last key and the positions after it', () => {
  expect(nameOf(['spec', 'hosts'])).toBe('hosts');
  expect(nameOf(['spec', 'hosts', 1, 2])).toBe('hosts[1][2]');
  expect(nameOf([])).toBe('the object');
});

test('the place of a value says that it is an item, not which', () => {
  expect(placeOf(['spec', 'http', 3])).toBe('http[]');
  expect(placeOf(['spec'])).toBe('spec');
  expect(placeOf([])).toBeUndefined();
});

test('short values are shown, others are named', () => {
  expect(['a"b', 1.5, true, null, undefined, [1], { a: 1 }].map(shown)).toEqual(['"a\\"b"', '1.5', 'true', 'null', 'undefined', 'a list', 'an object']);
  expect(shown('x'.repeat(100))).toBe(`"${'x'.repeat(59)}...`);
});

test('choices are listed', () => {
  expect([[], ['a'], ['a', 1], ['a', 'b', null]].map(oneOf)).toEqual(['', '"a"', '"a" or 1', '"a", "b" or null']);
});

test('words are listed as they are', () => {
  expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map(choice)).toEqual(['', 'a', 'a or b', 'a, b or c']);
});

test('a guess is asked, none is not', () => {
  expect(didYouMean(['a', 'b'])).toBe('did you mean "a" or "b"?');
  expect(didYouMean([])).toBeUndefined();
});
