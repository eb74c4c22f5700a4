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
