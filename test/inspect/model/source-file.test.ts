import { SourceFile } from '../../../lib/inspect/model/source-file';

test('a file is decoded as UTF-8', () => {
  expect(SourceFile.decode('a.yaml', Buffer.from('name: größe 😀\n'))).toMatchObject({ name: 'a.yaml', text: 'name: größe 😀\n', damaged: false });
});

test('a byte order mark is no text', () => {
  const file = SourceFile.decode('a.yaml', Buffer.from('\uFEFFa: 1\n'));
  expect([file.text, file.positionOf(0)]).toEqual(['a: 1\n', { line: 1, column: 1 }]);
});

test('bytes that are no UTF-8 damage a file', () => {
  expect(SourceFile.decode('a.yaml', Buffer.from('name: gr\xF6\xDFe\n', 'latin1'))).toMatchObject({ text: 'name: gr\uFFFD\uFFFDe\n', damaged: true });
});

test('a replacement character that somebody wrote damages nothing', () => {
  expect(SourceFile.decode('a.yaml', Buffer.from('name: \uFFFD\n')).damaged).toBe(false);
});

test('a file tells lines and columns', () => {
  expect(new SourceFile('a.yaml', 'a: 1\nb: 2\n').positionOf(8)).toEqual({ line: 2, column: 4 });
});

const swapped = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

test.each([
  ['of a little end', Buffer.from('\uFEFFname: größe 😀\n', 'utf16le')],
  ['of a big end', swapped('\uFEFFname: größe 😀\n')],
])('a file of UTF-16 %s is read by its byte order mark, and not written again', (_, bytes) => {
  const file = SourceFile.decode('a.yaml', bytes);
  expect([file.text, file.damaged, file.isUtf8]).toEqual(['name: größe 😀\n', false, false]);
});

test.each([
  ['an odd number of bytes', Buffer.from('\uFEFFa: b', 'utf16le').subarray(0, -1)],
  ['half of a character', Buffer.from('\uFEFFa: \uD83D', 'utf16le')],
])('UTF-16 with %s is damaged', (_, bytes) => {
  expect(SourceFile.decode('a.yaml', bytes)).toMatchObject({ text: 'a: \uFFFD', damaged: true });
});

test('what is UTF-8, and whole, can be written again', () => {
  expect([Buffer.from('a: é\n'), Buffer.from('\uFEFFa: b'), Buffer.from('a: \xE9', 'latin1')].map(bytes => SourceFile.decode('a', bytes).isUtf8)).toEqual([true, true, false]);
});
