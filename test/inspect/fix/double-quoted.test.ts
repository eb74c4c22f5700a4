import { inDoubleQuotes } from '../../../lib/inspect/fix/double-quoted';
import { readDocument } from '../../../lib/inspect/model/read-document';

test.each([
  ['escapes behind the change', '/\\1é', '"/${1}\\u00e9"', '"/\\\\1\\u00e9"'],
  ['escapes before it', 'é/new', '"\\u00e9/old"', '"\\u00e9/new"'],
  ['escapes of YAML alone', 'a\u00a0b/x', '"a\\_b/y"', '"a\\_b/x"'],
  ['escapes of two and eight digits', 'A😀!', '"\\x41\\U0001F600?"', '"\\x41\\U0001F600!"'],
  ['a character in place of two escapes that are its halves', '😀!', '"\\ud83d\\ude00?"', '"😀!"'],
  ['a backslash in what is new', 'a\\b', '"a\\n"', '"a\\\\b"'],
  ['what ends like its beginning', 'aa', '"aaa\\u0061"', '"aa"'],
  ['a text that stays', 'a"b', '"a\\"b"', '"a\\"b"'],
  ['nothing', '', '"\\u00e9"', '""'],
])('a text is written with %s', (_, to, old, expected) => {
  expect(inDoubleQuotes(to, old)).toBe(expected);
  expect(readDocument(`{"a": ${expected}}`).value).toEqual({ a: to });
});
