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
    [{ kind: 'syntax', path: [], offset: 1, message: 'only a comment may follow the document marker', repair: 'put it on the next line' }],
  ]);
});

test('a comment behind a document marker is none', () => {
  expect(documentsOf(new SourceFile('a.yaml', '---   # one\nkind: A\n')).flatMap(({ problems }) => problems)).toEqual([]);
});

describe('a path that leads into a text', () => {
  const place = (text: string, ...path: ReadonlyArray<string | number>): string => {
    const { line, column } = documentsOf(new SourceFile('a.yaml', text)).at(-1)!.positionOf(path);
    return `${line}:${column}`;
  };
  const block = 'x: 1\n---\ndata:\n  mesh: |\n    a: 1\n\n    b:\n      - c: 2\n  other: 1\n';

  test('begins on the line of the text, where it is a literal block', () => {
    expect([['b'], ['b', 0, 'c'], ['b', 0, 'd'], ['a']].map(path => place(block, 'data', 'mesh', ...path))).toEqual(['7:5', '8:9', '8:9', '5:5']);
  });

  test('begins there, however the document is read', () => {
    expect(place(block.replace('data:', '!!map\ndata:'), 'data', 'mesh', 'b')).toBe('8:5');
    expect(place('items:\n- data: &d\n    mesh: |\n      a: 1\n- data: *d\n', 'items', 0, 'data', 'mesh', 'a')).toBe('4:7');
  });

  test('begins at the key of a text that is written in another way', () => {
    expect(place('data:\n  mesh: >\n    a: 1\n', 'data', 'mesh', 'a')).toBe('2:3');
    expect(place('data:\n  mesh: "a: 1"\n', 'data', 'mesh', 'a')).toBe('2:3');
    expect(place('data: {mesh: "a: 1"}\n', 'data', 'mesh', 'a')).toBe('1:8');
    expect(place('x: &x |\n  a: 1\nmesh: *x\n', 'mesh', 'a')).toBe('3:1');
  });

  test('begins at the key of a text that has no such field', () => {
    expect(place('spec: |\n  a: 1\n', 'spec', 'b')).toBe('1:1');
    expect(place('spec: |\n  a\n', 'spec', 'b')).toBe('1:1');
    expect(place('spec: |\n  [\n', 'spec', 'b')).toBe('1:1');
    expect(place('spec: 1\n', 'spec', 'b')).toBe('1:1');
  });

  test('is that of an offset of the text, where it is asked for', () => {
    const at = (text: string, path: readonly string[], within: number): string => {
      const { line, column } = documentsOf(new SourceFile('a.yaml', text)).at(-1)!.positionOf(path, within);
      return `${line}:${column}`;
    };
    expect([0, 2, 6, 8, 13].map(offset => at(block, ['data', 'mesh'], offset))).toEqual(['5:5', '5:7', '7:5', '7:7', '8:9']);
    expect(at(block, ['data', 'mesh', 'b'], 2)).toBe('5:7');
    expect(at('data:\n  mesh: |\n    a\n    b: [\n', ['data', 'mesh'], 5)).toBe('4:8');
    expect(at('data: {mesh: "a: 1"}\n', ['data', 'mesh'], 3)).toBe('1:8');
    expect(at('data: {mesh: 1}\n', ['data', 'mesh'], 0)).toBe('1:8');
  });

  test('leads on into a text within', () => {
    expect(place('a: |\n  b: |\n    c: 1\n    d: 1\n', 'a', 'b', 'd')).toBe('4:5');
  });
});
