import fs, { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { publishApp, PublishOptions } from '../../../lib/synth/private/publish-app';
import { RenderedFolder } from '../../../lib/synth/private/render-app';
import { contentsOf, fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

let app: symbol;
beforeEach(() => {
  app = Symbol('app');
});

function folder(name: string, files: Record<string, string>): RenderedFolder {
  return { name, files: new Map(Object.entries(files)), companions: new Map(), provided: [], charts: [] };
}

function publish(folders: RenderedFolder[], options: Partial<PublishOptions> = {}): void {
  publishApp(folders, { app, outdir: path.join(temporary.path, 'dist'), recordMetadata: false, allowEmpty: false, complete: true, ...options });
}

test('folders of environments lie in the output folder, and a copy goes where cdk8s synth reads', () => {
  publish([folder('', { 'a.yaml': 'a: 1\n' }), folder('dev', { 'b.yaml': 'b: 1\n' })], { copyTo: path.join(temporary.path, 'copy') });
  expect(Object.keys(contentsOf(temporary.path)).filter(file => file.endsWith('.yaml'))).toEqual(['copy/a.yaml', 'copy/dev/b.yaml', 'dist/a.yaml', 'dist/dev/b.yaml']);
});

test('the copy comes first, so that the output folder changes last, and both are locked meanwhile', () => {
  const copyTo = path.join(temporary.path, 'copy');
  const placed: string[] = [];
  const locked: boolean[] = [];
  const move = fs.renameSync;
  const rename = jest.spyOn(fs, 'renameSync').mockImplementation((from, to) => {
    placed.push(path.relative(temporary.path, String(to)));
    locked.push([copyTo, path.join(temporary.path, 'dist')].every(place => fs.existsSync(path.join(place, '.cdk8s-mesh.lock'))));
    move(from, to);
  });
  publish([folder('', { 'a.yaml': 'a: 1\n' })], { copyTo });
  rename.mockRestore();
  expect(placed.filter(file => file.endsWith('.yaml'))).toEqual(['copy/a.yaml', 'dist/a.yaml']);
  expect(locked).toEqual(placed.map(() => true));
});

test('the same folder under another spelling is not published twice', () => {
  const reportFile = path.join(temporary.path, 'report');
  publish([folder('', { 'a.yaml': 'a: 1\n' })], { copyTo: `${temporary.path}/./dist/`, reportFile });
  expect(contentsOf(temporary.path).report).toBe(`${JSON.stringify({ folder: path.join(temporary.path, 'dist'), written: ['a.yaml'], unchanged: [], removed: [], warnings: [] })}\n`);
});

test('nothing is published anywhere when one folder refuses', () => {
  fill(temporary.path, { 'dist/dev/b.yaml': 'foreign: true\n' });
  expect(() => publish([folder('', { 'a.yaml': 'a: 1\n' }), folder('dev', { 'b.yaml': 'b: 1\n' })], { copyTo: path.join(temporary.path, 'copy') })).toThrow('b.yaml');
  expect(contentsOf(temporary.path)).toEqual({ 'dist/dev/b.yaml': 'foreign: true\n' });
});

test('fails when a file outside of the environments would lie in the folder of one', () => {
  expect(() => publish([folder('', { 'dev/a.yaml': 'a: 1\n' }), folder('dev', { 'b.yaml': 'b: 1\n' })])).toThrow('dev/a.yaml');
  expect(contentsOf(temporary.path)).toEqual({});
});

test('an object that moves between environments is in one of them at any moment, since what is gone is removed last', () => {
  publish([folder('', { 'a.yaml': 'a: 1\n' }), folder('dev', {})]);
  const removed: string[][] = [];
  const unlink = jest.spyOn(fs, 'unlinkSync').mockImplementation(() => void removed.push(Object.keys(contentsOf(temporary.path))));
  publish([folder('', {}), folder('dev', { 'a.yaml': 'a: 1\n' })], { allowEmpty: true });
  unlink.mockRestore();
  expect(removed[0]).toEqual(expect.arrayContaining(['dist/a.yaml', 'dist/dev/a.yaml']));
});

test('a folder that leads to the output folder by a link is not published twice', () => {
  mkdirSync(path.join(temporary.path, 'real'));
  symlinkSync('real', path.join(temporary.path, 'link'));
  publish([folder('', { 'a.yaml': 'a: 1\n' })], { outdir: path.join(temporary.path, 'real', 'dist'), copyTo: path.join(temporary.path, 'link', 'dist') });
  expect(Object.keys(contentsOf(temporary.path))).toEqual(['real/dist/.cdk8s-mesh', 'real/dist/a.yaml']);
});

test('a copy inside of the output folder is no forgotten environment, and stays', () => {
  const warnings = jest.spyOn(process, 'emitWarning').mockImplementation();
  const copyTo = path.join(temporary.path, 'dist', 'synth');
  [1, 2].forEach(() => publish([folder('', { 'a.yaml': 'a: 1\n' })], { copyTo }));
  expect(warnings).not.toHaveBeenCalled();
  warnings.mockRestore();
  expect(Object.keys(contentsOf(temporary.path))).toEqual(['dist/.cdk8s-mesh', 'dist/a.yaml', 'dist/synth/.cdk8s-mesh', 'dist/synth/a.yaml']);
});

test('fails when the output folder is a file, or lies below one', () => {
  fill(temporary.path, { dist: 'a file' });
  const dist = path.join(temporary.path, 'dist');
  expect(() => publish([folder('', { 'a.yaml': 'a: 1\n' })])).toThrow(`${dist}: is a file, but expected a folder. Move it away, or choose another output folder.`);
  expect(() => publish([folder('', { 'a.yaml': 'a: 1\n' })], { outdir: path.join(dist, 'inner') }))
    .toThrow(`${path.join(dist, 'inner')}: cannot be read: a file is where a folder is needed (ENOTDIR). Move that file away, or choose another output folder, and run again. No file has been changed.`);
  expect(contentsOf(temporary.path)).toEqual({ dist: 'a file' });
});

test('fails when there is no place for the report, and says that the files are rendered', () => {
  const reportFile = path.join(temporary.path, 'dist', 'a.yaml', 'report');
  expect(() => publish([folder('', { 'a.yaml': 'a: 1\n' })], { reportFile }))
    .toThrow(`${reportFile}: cannot be written: a file is where a folder is needed (ENOTDIR). Move that file away, or choose another output folder, and run again. All files are rendered.`);
  expect(Object.keys(contentsOf(temporary.path))).toEqual(['dist/.cdk8s-mesh', 'dist/a.yaml']);
});

test('a warning names files that hold our objects and are not ours, and they stay', () => {
  const warnings = jest.spyOn(process, 'emitWarning').mockImplementation();
  const manifest = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' } };
  const old = path.join(temporary.path, 'dist', '0000-shop.k8s.yaml');
  fill(temporary.path, { 'dist/0000-shop.k8s.yaml': JSON.stringify(manifest) });
  publish([{ ...folder('', { 'shop.k8s.yaml': 'kind: Service\n' }), charts: [{ chart: null as never, objects: [{ manifest, origin: 'shop/web' }] }] }]);
  expect(warnings.mock.calls).toEqual([
    [`${old} is not managed by cdk8s-mesh, but contains objects that this app renders into other files. Delete it, or both will be applied.`, { type: 'StaleCopy' }],
  ]);
  expect(contentsOf(temporary.path)).toHaveProperty(['dist/0000-shop.k8s.yaml']);
  warnings.mockRestore();
});

test('fails when the copy would lie in an environment, and nothing changes', () => {
  const copyTo = path.join(temporary.path, 'dist', 'dev');
  publish([folder('', {}), folder('dev', { 'b.yaml': 'b: 1\n' })]);
  const before = contentsOf(temporary.path);
  expect(() => publish([folder('', {}), folder('dev', { 'b.yaml': 'b: 2\n' })], { copyTo })).toThrow('is inside the folder of the environment "dev"');
  expect(contentsOf(temporary.path)).toEqual(before);
});

describe('two apps of one program', () => {
  test('add up in the folder for cdk8s synth, where the files of a later run replace those of an earlier one', () => {
    const copyTo = path.join(temporary.path, 'copy');
    const at = (name: string): Partial<PublishOptions> => ({ outdir: path.join(temporary.path, name), copyTo, app: Symbol(name) });
    const second = at('two');
    publish([folder('', { 'a.yaml': 'a: 1\n' })], at('one'));
    publish([folder('', { 'b.yaml': 'b: 1\n' })], second);
    publish([folder('', { 'c.yaml': 'c: 1\n' })], second);
    expect(contentsOf(copyTo)).toEqual({ '.cdk8s-mesh': expect.stringMatching(/\na\.yaml\nc\.yaml\n$/), 'a.yaml': 'a: 1\n', 'c.yaml': 'c: 1\n' });
  });

  test('are told when the second removes from an output folder what the first has written', () => {
    const warnings = jest.spyOn(process, 'emitWarning').mockImplementation();
    publish([folder('', { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n', 'c.yaml': 'c: 1\n' })]);
    publish([folder('', { 'c.yaml': 'c: 2\n' })], { app: Symbol('second') });
    expect(warnings.mock.calls).toEqual([[
      `${path.join(temporary.path, 'dist', 'a.yaml')} and 1 more: written by another app of this program, but removed by this one. Give each app its own outdir.`,
      { type: 'SecondApp' },
    ]]);
    warnings.mockRestore();
  });
});
