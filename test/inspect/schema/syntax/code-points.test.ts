import { codePointCount, codePoints, unitAt } from '../../../../lib/inspect/schema/syntax/code-points';

test('an emoji is one character', () => {
  expect([codePointCount('a😀b'), codePointCount('abc'), codePoints('a😀'), codePoints('ab')]).toEqual([3, 3, ['a', '😀'], ['a', 'b']]);
});

test('a character is found in the JavaScript string by its index', () => {
  expect([unitAt('a😀b', 2), unitAt('abc', 2), unitAt('a😀b', 9), unitAt('abc', 9)]).toEqual([3, 2, 4, 3]);
});
