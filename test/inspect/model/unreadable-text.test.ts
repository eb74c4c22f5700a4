import { MAX_LENGTH, unreadableText } from '../../../lib/inspect/model/unreadable-text';

test.each([
  ['a text that is too long', 'x'.repeat(MAX_LENGTH + 1), false, {
    kind: 'unbounded', path: [], offset: 0, message: 'the document is larger than 32 MiB, and is skipped',
    repair: 'split it; when exporting from a cluster, export fewer kinds or namespaces at once',
  }],
  ['bytes that are no UTF-8', 'a: \uFFFD', true, { kind: 'syntax', path: [], offset: 3, message: 'the text is not UTF-8', repair: 'save the file as UTF-8' }],
  ['a null byte', 'a: \0', false, { kind: 'syntax', path: [], offset: 3, message: 'the text contains a null byte', repair: 'save the file as UTF-8' }],
])('%s is not parsed', (_, text, isDamaged, problem) => {
  expect(unreadableText(text, isDamaged)).toEqual(problem);
});

test.each([
  ['a text of the greatest length', 'x'.repeat(MAX_LENGTH), false],
  ['a character that stands for what cannot be read, and was written by somebody', 'a: \uFFFD', false],
  ['a file that is damaged elsewhere', 'a: b', true],
])('%s is parsed', (_, text, isDamaged) => {
  expect(unreadableText(text, isDamaged)).toBeUndefined();
});

test.each([
  ['a: "\u0001"', 4, '0001'], ['# \f', 2, '000C'], ['a: \'b\u007f\'', 5, '007F'], ['a: |\n  b\u0084', 8, '0084'], ['a: "\uffff"', 4, 'FFFF'],
])('Kubernetes reads no YAML such as %j, which holds a character that must not stand there', (text, offset, code) => {
  const repair = `remove it, or write \\u${code} in double quotes`;
  expect(unreadableText(text, false)).toEqual({ kind: 'syntax', path: [], offset, message: `the character U+${code} is not allowed in YAML`, repair });
});

test('JSON takes more characters', () => {
  expect(unreadableText('{"a": "\u007f\u0080\uffff"}', false, true)).toBeUndefined();
  expect(unreadableText('{"a": "\u001f"}', false, true)).toEqual({
    kind: 'syntax', path: [], offset: 7, message: 'the character U+001F is not allowed in JSON', repair: 'remove it, or write \\u001F in double quotes',
  });
});

test('characters of every language, white space and what is invisible may stand anywhere', () => {
  expect(unreadableText('a: "\t\r\n\u0085\u00a0\u200b\ufeffé世😀"', false)).toBeUndefined();
});
