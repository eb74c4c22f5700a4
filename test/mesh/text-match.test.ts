import { TextMatch, TextMatchKind } from '../../lib/mesh/text-match';

test.each([
  [TextMatch.exact('a'), TextMatchKind.EXACT, 'a'],
  [TextMatch.exact(''), TextMatchKind.EXACT, ''],
  [TextMatch.prefix('a'), TextMatchKind.PREFIX, 'a'],
  [TextMatch.present(), TextMatchKind.PRESENT, ''],
  [TextMatch.regex('a|b'), TextMatchKind.REGEX, 'a|b'],
])('%j says how it compares, and with what', (match, kind, value) => {
  expect(match).toEqual({ kind, value });
});

test.each<[TextMatch, string[], string[]]>([
  [TextMatch.exact('Yes'), ['Yes'], ['yes', 'Yes,No', '']],
  [TextMatch.exact(''), [''], ['a']],
  [TextMatch.prefix('ab'), ['ab', 'abc'], ['a', 'xab', 'AB']],
  [TextMatch.present(), ['a', ''], []],
  [TextMatch.regex('a+b?'), ['aab', 'a'], ['aabb', 'xaab', '']],
])('%j takes what the mesh takes', (match, taken, others) => {
  expect(taken.map(text => match._takes(text))).toEqual(taken.map(() => true));
  expect(others.map(text => match._takes(text))).toEqual(others.map(() => false));
});

test('fails on an empty prefix and on an empty pattern', () => {
  expect(() => TextMatch.prefix('')).toThrow(new Error('TextMatch.prefix(""): every text begins with an empty text. For any value, use TextMatch.present().'));
  expect(() => TextMatch.regex('')).toThrow(new Error('TextMatch.regex(""): an empty pattern matches only an empty text. For that, use TextMatch.exact(""); for any value, TextMatch.present().'));
});

test('fails on what is no pattern of RE2', () => {
  expect(() => TextMatch.regex('(?=a)')).toThrow(new Error('TextMatch.regex("(?=a)"): error parsing regexp: invalid or unsupported Perl syntax: `(?=`. Write it in RE2, as the mesh reads it: without look-around and back references.'));
});
