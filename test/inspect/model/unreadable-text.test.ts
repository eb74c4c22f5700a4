import { MAX_LENGTH, unreadableText } from '../../../lib/inspect/model/unreadable-text';

test.each([
  ['a text that is too long', 'x'.repeat(MAX_LENGTH + 1), false, {
    kind: 'unbounded', path: [], offset: 0, message: 'the document is larger than 32 MiB, and is not read',
    repair: 'make it several documents; of a cluster, export fewer kinds or namespaces at once',
  }],
  ['bytes that are no UTF-8', 'a: \uFFFD', true, { kind: 'syntax', path: [], offset: 3, message: 'the text is not UTF-8', repair: 'save the file as UTF-8' }],
  ['a null byte', 'a: \0', false, { kind: 'syntax', path: [], offset: 3, message: 'the text holds a null byte', repair: 'save the file as UTF-8' }],
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
