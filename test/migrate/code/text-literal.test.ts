import { commentLine } from '../../../lib/migrate/code/text-literal';

test.each([
  ['the shop', '// the shop'],
  ['', '//'],
  ['a\u2028alert(1)', '// a\\u2028alert(1)'],
  ['a\rb\nc\td', '// a\\rb\\nc\\td'],
  ['@ts-expect-error', '// # @ts-expect-error'],
  ['eslint-disable-next-line', '// # eslint-disable-next-line'],
])('the comment %j', (text, line) => {
  expect(commentLine(text)).toBe(line);
});
