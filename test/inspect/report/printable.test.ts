import { printable } from '../../../lib/inspect/report/printable';

test.each([
  ['plain text, in any language', 'größe 漢字 😀 "x"', 'größe 漢字 😀 "x"'],
  ['line breaks and tabs', 'a\nb\r\tc', 'a\\nb\\r\\tc'],
  ['escapes that color or clear', '\u001b[31m\u009b2J\u0007\u007f', '\\u001b[31m\\u009b2J\\u0007\\u007f'],
  ['marks that turn the direction of text', 'a\u202eb\u2066c', 'a\\u202eb\\u2066c'],
  ['marks of the order of bytes and of the direction of text, and spaces that are none', 'a\ufeffb\u200fc\u00a0d\u200be f', 'a\\ufeffb\\u200fc\\u00a0d\\u200be f'],
  ['emoji that are joined', '👨\u200d👩', '👨\u200d👩'],
  ['line separators of Unicode', 'a\u2028b', 'a\\u2028b'],
])('shows %s', (_, text, shown) => {
  expect(printable(text)).toBe(shown);
});
