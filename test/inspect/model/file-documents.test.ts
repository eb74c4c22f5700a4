import { fileDocuments, MOST_BROKEN } from '../../../lib/inspect/model/file-documents';
import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';

const broken = '---\na: [\n';
const file = (text: string): SourceFile => new SourceFile('a.yaml', text);

test('as many documents as can be read are read, and all that cannot, up to a bound', () => {
  const { documents, givenUp } = fileDocuments(file(`${broken.repeat(MOST_BROKEN)}${'---\na: b\n'.repeat(3)}`));
  expect([documents.length, givenUp?.kind]).toEqual([MOST_BROKEN, 'unbounded']);
  const all = fileDocuments(file(`${broken.repeat(MOST_BROKEN - 1)}${'---\na: b\n'.repeat(3)}${broken}`));
  expect([all.documents.length, all.givenUp]).toEqual([MOST_BROKEN + 3, undefined]);
});

test('that a file is given up is told at the last document that was read, and other files are read', () => {
  const { problems, objects } = readInput([file(`${broken.repeat(MOST_BROKEN + 5)}---\nkind: A\n`), file('kind: B\n')]);
  expect(objects.map(({ value }) => value.kind)).toEqual(['B']);
  expect(problems).toHaveLength(MOST_BROKEN + 1);
  const { problem, document } = problems[MOST_BROKEN];
  expect([problem, document.positionAt(problem.offset!).line]).toEqual([{
    kind: 'unbounded', path: [], offset: 0,
    message: '1,000 documents of this file cannot be read, and the rest of it is skipped',
    repair: 'fix the ones shown, and check again',
  }, 2 * MOST_BROKEN - 1]);
});

test('objects without a marker between them are read one by one, and the second is told to begin without it', () => {
  const { documents } = fileDocuments(file('kind: A\n--- # two\napiVersion: v1\nkind: B\nmetadata: {name: b}\n\napiVersion: v1\nkind: C\nmetadata: {}\nspec: {a: 1, a: 2}\n'));
  expect(documents.map(({ value }) => (value as { kind: string }).kind)).toEqual(['A', 'B', 'C']);
  expect(documents.map(({ problems }) => problems.map(({ message, repair }) => [message, repair]))).toEqual([[], [], [
    ['a second object starts here without --- before it, so the two are read as one', 'write --- on the line before it'],
    ['duplicate key "a": only the last one takes effect', 'remove one of them'],
  ]]);
  expect(documents[2].problems.map(({ offset = 0 }) => documents[2].positionAt(offset))).toEqual([{ line: 7, column: 1 }, { line: 10, column: 14 }]);
});
