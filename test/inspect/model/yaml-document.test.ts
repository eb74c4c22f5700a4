import { SourceFile } from '../../../lib/inspect/model/source-file';
import { splitDocuments } from '../../../lib/inspect/model/split-documents';
import { YamlDocument } from '../../../lib/inspect/model/yaml-document';

const documentsOf = (file: SourceFile): YamlDocument[] => splitDocuments(file.text).map(range => new YamlDocument(file, range));

test('positions are those of the file', () => {
  const [, second] = documentsOf(new SourceFile('a.yaml', 'a: 1\n---\nb:\n  c: 2\n'));
  expect([second.positionOf(['b', 'c']), second.positionAt(0)]).toEqual([{ line: 4, column: 3 }, { line: 2, column: 4 }]);
});

test('bytes that are no UTF-8 cost the document that holds them, and no other', () => {
  const [first, second] = documentsOf(SourceFile.decode('a.yaml', Buffer.from('a: 1\n---\nb: gr\xF6\xDFe\n', 'latin1')));
  expect([first.value, first.problems]).toEqual([{ a: 1 }, []]);
  expect([second.value, second.problems]).toEqual([
    undefined,
    [{ kind: 'syntax', path: [], offset: 6, message: 'the text is not UTF-8', repair: 'save the file as UTF-8' }],
  ]);
});

test('text behind a document marker is a problem, as for kubectl, and is read all the same', () => {
  const [only] = documentsOf(new SourceFile('a.yaml', '--- {kind: A}\n'));
  expect([only.value, only.problems]).toEqual([
    { kind: 'A' },
    [{ kind: 'syntax', path: [], offset: 1, message: 'something other than a comment stands behind the document marker', repair: 'put it on the next line' }],
  ]);
});

test('a comment behind a document marker is none', () => {
  expect(documentsOf(new SourceFile('a.yaml', '---   # one\nkind: A\n')).flatMap(({ problems }) => problems)).toEqual([]);
});
