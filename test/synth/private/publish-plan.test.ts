import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { ownershipText } from '../../../lib/synth/private/ownership-list';
import { planPublish, PublishPlan, PublishRequest } from '../../../lib/synth/private/publish-plan';
import { contentsOf, diskIgnoresCase, fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

function at(...segments: string[]): string {
  return path.join(temporary.path, 'dist', ...segments);
}

/** What stands in the folder: files of ours, and of others. */
function given(ours: Record<string, string>, foreign: Record<string, string> = {}): void {
  fill(at(), { ...ours, ...foreign, '.cdk8s-mesh': ownershipText(Object.keys(ours)) });
}

function plan(files: Record<string, string>, request: Partial<PublishRequest> = {}): PublishPlan {
  const nothing: Omit<PublishRequest, 'files'> = { folder: at(), companions: new Map(), provided: [], allowEmpty: false, nested: [], kept: [] };
  return planPublish({ ...nothing, files: new Map(Object.entries(files)), ...request });
}

test('a file is written when it is new or has changed, and left alone when it has not', () => {
  given({ 'a.yaml': 'a: 1\n', 'shop/b.yaml': 'b: 1\n' });
  const { written, unchanged, removed } = plan({ 'a.yaml': 'a: 1\n', 'shop/b.yaml': 'b: 2\n', 'c.yaml': 'c: 1\n' });
  expect([written, unchanged, removed]).toEqual([new Map([['shop/b.yaml', 'b: 2\n'], ['c.yaml', 'c: 1\n']]), ['a.yaml'], []]);
});

test('a file of ours that is not rendered any more is removed, one that is gone already is only taken off the list', () => {
  given({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
  fill(at(), { '.cdk8s-mesh': ownershipText(['a.yaml', 'b.yaml', 'gone/c.yaml']) });
  const { removed, gone } = plan({ 'a.yaml': 'a: 1\n' });
  expect([removed, gone]).toEqual([['b.yaml'], ['b.yaml', 'gone/c.yaml']]);
});

test('a folder that is not there, or empty, takes everything', () => {
  expect(plan({ 'a.yaml': 'a: 1\n' })).toEqual({
    folder: at(), written: new Map([['a.yaml', 'a: 1\n']]), unchanged: [], removed: [], gone: [], before: [], list: undefined, littered: false,
  });
  mkdirSync(at(), { recursive: true });
  expect([...plan({ 'a.yaml': 'a: 1\n' }).written.keys()]).toEqual(['a.yaml']);
});

test('what a run that was killed has left is seen', () => {
  fill(at(), { '.cdk8s-mesh.tmp/7': 'half a fi' });
  expect(plan({}).littered).toBe(true);
});

describe('a file that is not listed', () => {
  test('and is not rendered either is of no interest', () => {
    given({ 'a.yaml': 'a: 1\n' }, { 'README.md': 'by hand', 'notes/b.yaml': 'by hand' });
    expect(plan({ 'a.yaml': 'a: 1\n' })).toMatchObject({ unchanged: ['a.yaml'], removed: [], gone: [] });
  });

  test('is taken over when a stock App wrote it for the same objects: of the same text as it is, of another text written anew', () => {
    fill(at(), { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: "1"\n' });
    const { written, unchanged } = plan({ 'a.yaml': 'a: 1\n', 'b.yaml': "b: '1'\n" });
    expect([[...written.keys()], unchanged]).toEqual([['b.yaml'], ['a.yaml']]);
  });

  test('is refused when somebody has put a comment into it', () => {
    fill(at(), { 'b.yaml': '# mine\nb: "1"\n' });
    expect(() => plan({ 'b.yaml': "b: '1'\n" })).toThrow('b.yaml: is in the way of a rendered file: it is not managed by cdk8s-mesh');
  });

  test('is refused when it holds others', () => {
    given({ 'a.yaml': 'a: 1\n' }, { 'b.yaml': 'b: by hand\n' });
    expect(() => plan({ 'a.yaml': 'a: 2\n', 'b.yaml': 'b: 1\n' })).toThrow(
      new Error(`${at('b.yaml')}: is in the way of a rendered file: it is not managed by cdk8s-mesh (${at('.cdk8s-mesh')} does not list it), and is not what cdk8s would write for the same objects. Move it away, or add it to the list to have it replaced.`),
    );
  });

  test('is refused together with the others', () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`${i}.yaml`, 'a: 1\n']));
    fill(at(), Object.fromEntries(Object.keys(files).map(file => [file, 'by: hand\n'])));
    expect(() => plan({ '0.yaml': 'a: 1\n', '1.yaml': 'a: 1\n' })).toThrow(`is not what cdk8s would write for the same objects. The same applies to ${at('1.yaml')}. Move it away`);
    expect(() => plan(files)).toThrow(`The same applies to ${[1, 2, 3, 4, 5].map(i => at(`${i}.yaml`)).join(', ')} and 2 more. Move it away`);
  });

  test('is refused when only its case tells it from one that is rendered, wherever it runs', () => {
    given({}, { 'Shop.yaml': 'by: hand\n' });
    expect(() => plan({ 'shop.yaml': 'a: 1\n' })).toThrow(diskIgnoresCase()
      ? `${at('shop.yaml')}: stands where a rendered file would go`
      : `${at('shop.yaml')}: conflicts with ${at('Shop.yaml')}, which is not managed by cdk8s-mesh: on a case-insensitive file system they are the same file. Rename one of the two.`);
  });
});

test('a file of ours may change the case of its name', () => {
  given({ 'Shop.yaml': 'a: 1\n' });
  expect(() => plan({ 'shop.yaml': 'a: 1\n' })).not.toThrow();
});

test.each<[string, () => void, string, string]>([
  ['a link', () => symlinkSync('elsewhere', at('a.yaml')), 'a.yaml', 'is a symbolic link, but expected a rendered file. Move it away.'],
  ['a folder', () => mkdirSync(at('a.yaml')), 'a.yaml', 'is a folder, but expected a rendered file. Move it away.'],
  ['a pipe, which one could read for ever', () => void spawnSync('mkfifo', [at('a.yaml')]), 'a.yaml', 'is not a regular file, but expected a rendered file. Move it away.'],
  ['a link instead of the list', () => symlinkSync('elsewhere', at('.cdk8s-mesh')), '.cdk8s-mesh', 'is a symbolic link, but expected a rendered file. Move it away.'],
  ['a link instead of the folder for new files', () => symlinkSync('elsewhere', at('.cdk8s-mesh.tmp')), '.cdk8s-mesh.tmp', 'is a symbolic link, but expected a folder'],
])('fails on %s where a file of ours is expected, rendered or only listed', (_, place, file, problem) => {
  mkdirSync(at(), { recursive: true });
  place();
  expect(() => plan({ 'a.yaml': 'a: 1\n' })).toThrow(`${at(file)}: ${problem}`);
  if (file === 'a.yaml') {
    fill(at(), { '.cdk8s-mesh': 'a.yaml\n' });
    expect(() => plan({ 'b.yaml': 'b: 1\n' })).toThrow(`${at(file)}: ${problem}`);
  }
});

describe('zero files', () => {
  const message = (which: string): string => `${at()}: nothing is rendered into this folder itself, so ${which} of an earlier run would be removed and none left. If this is intended, run again with CDK8S_MESH_ALLOW_EMPTY=1 (or \`allowEmpty: true\`).`;

  test('is refused when only the metadata of constructs is left', () => {
    given({ 'a.yaml': 'a: 1\n', 'construct-metadata.json': '{}' });
    expect(() => plan({}, { companions: new Map([['construct-metadata.json', '{"resources":{}}']]) })).toThrow(new Error(message('the one file (a.yaml)')));
  });

  test('are fine over nothing but the metadata of constructs: no object goes', () => {
    given({ 'construct-metadata.json': '{}' });
    expect(plan({}).removed).toEqual(['construct-metadata.json']);
  });

  test('over one, or over several, are refused', () => {
    given({ 'a.yaml': 'a: 1\n' });
    expect(() => plan({})).toThrow(new Error(message('the one file (a.yaml)')));
    given({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n', 'c.yaml': 'c: 1\n' });
    expect(() => plan({})).toThrow(new Error(message('all 3 files (a.yaml and others)')));
  });

  test('are fine when they are meant', () => {
    given({ 'a.yaml': 'a: 1\n' });
    expect(plan({}, { allowEmpty: true }).removed).toEqual(['a.yaml']);
  });

  test('are fine where nothing of ours stands any more, and where all is foreign', () => {
    fill(at(), { '.cdk8s-mesh': 'a.yaml\n', 'README.md': 'by hand' });
    expect(plan({})).toMatchObject({ removed: [], gone: ['a.yaml'] });
  });
});

describe('the folder of an environment', () => {
  test('takes no file from outside, in whatever case', () => {
    ['dev/a.yaml', 'DEV/a.yaml', 'dev'].forEach(file => expect(() => plan({ [file]: 'a: 1\n' }, { nested: ['dev'] })).toThrow(
      new Error(`${at(file)}: would be written to ${at()}, but ${at(file.split('/')[0])} is the folder of an environment. Rename the environment, or the construct that the file is named after.`),
    ));
  });

  test('loses none, even if the list of the outer folder names it', () => {
    given({ 'a.yaml': 'a: 1\n', 'dev/b.yaml': 'b: 1\n' });
    expect(() => plan({ 'a.yaml': 'a: 1\n' }, { nested: ['dev'] })).toThrow(
      new Error(`${at('dev', 'b.yaml')}: would be written to ${at()}, but ${at('dev')} is the folder of an environment. Remove the file, and every line that begins with dev/ from ${at('.cdk8s-mesh')}.`),
    );
  });
});

test.each(['../a.yaml', '/a.yaml', 'a/../../b.yaml', '.cdk8s-mesh', 'a\0b'])('fails on a rendered file that would be %j', file => {
  expect(() => plan({ [file]: 'a: 1\n' })).toThrow(`${at()}: ${JSON.stringify(file)} is not the path of a file below this folder.`);
});

test('nothing is written by planning', () => {
  given({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
  const before = contentsOf(temporary.path);
  plan({ 'a.yaml': 'a: 2\n', 'c/d.yaml': 'd: 1\n' });
  expect(contentsOf(temporary.path)).toEqual(before);
});
