import { readInput } from '../../../lib/inspect/model/input';
import { SourceFile } from '../../../lib/inspect/model/source-file';

test('objects come in the order of files and documents; a broken document costs no other', () => {
  const { files, objects, problems } = readInput([
    new SourceFile('b.yaml', 'kind: A\n---\na: [\n---\nkind: B\n'),
    new SourceFile('a.yaml', 'kind: C\n'),
  ]);
  expect(files.map(({ name }) => name)).toEqual(['b.yaml', 'a.yaml']);
  expect(objects.map(({ value }) => value.kind)).toEqual(['A', 'B', 'C']);
  expect(problems.map(({ problem: { kind }, document, object }) => [kind, document.file.name, object])).toEqual([['syntax', 'b.yaml', undefined]]);
});

test('a problem knows the object that it lies in', () => {
  const { problems } = readInput([new SourceFile('a.yaml', 'kind: List\nitems:\n- kind: A\n- {kind: B, a: 1, a: 2}\n')]);
  expect(problems.map(({ problem: { path }, object }) => [path, object?.value.kind])).toEqual([[['items', 1, 'a'], 'B']]);
});

test('a problem between the objects of a list lies in none', () => {
  const { problems } = readInput([new SourceFile('a.yaml', 'kind: List\nitems: [{kind: A}, 1]\nkind: List\n')]);
  expect(problems.map(({ problem: { kind, path }, object }) => [kind, path, object])).toEqual([
    ['duplicate-key', ['kind'], undefined],
    ['not-an-object', ['items', 1], undefined],
  ]);
});

test('a patch of a kustomization holds no objects, but has to be YAML', () => {
  const { files, objects, others, problems } = readInput([
    new SourceFile('a.yaml', '- op: remove\n---\nkind: A\n---\na: [\n---\n# nothing\n'),
    new SourceFile('b.yaml', 'kind: B\n'),
    new SourceFile('kustomization.yaml', 'resources: [b.yaml]\npatches: [{path: a.yaml}]\n'),
  ]);
  expect([files.length, objects.map(({ value }) => value.kind)]).toEqual([3, ['B']]);
  expect(others.map(({ value, what }) => [value, what])).toEqual([
    [[{ op: 'remove' }], 'named-by-kustomization'], [{ kind: 'A' }, 'named-by-kustomization'],
    [{ resources: ['b.yaml'], patches: [{ path: 'a.yaml' }] }, 'kustomization'],
  ]);
  expect(problems.map(({ problem: { kind }, document }) => [kind, document.file.name])).toEqual([['syntax', 'a.yaml']]);
});
