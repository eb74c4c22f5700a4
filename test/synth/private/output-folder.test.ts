import { statSync } from 'node:fs';
import path from 'node:path';
import { preparePublish, PublishReport } from '../../../lib/synth/private/output-folder';
import { ownershipText } from '../../../lib/synth/private/ownership-list';
import type { PublishRequest } from '../../../lib/synth/private/publish-plan';
import { contentsOf, fill, foldersIn, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function publish(files: Record<string, string>, allowEmpty = false, more: Partial<PublishRequest> = {}): PublishReport {
  const request = { folder: dist(), files: new Map(Object.entries(files)), companions: new Map(), provided: [], allowEmpty, nested: [], kept: [] };
  const prepared = preparePublish({ ...request, ...more });
  try {
    prepared.stage();
    prepared.place();
    return prepared.finish();
  } finally {
    prepared.close();
  }
}

/** The files of ours in the folder, with their list. */
function withList(files: Record<string, string>): Record<string, string> {
  return { '.cdk8s-mesh': ownershipText(Object.keys(files)), ...files };
}

test('files are written with a list of them, and the report says so', () => {
  const files = { 'a.yaml': 'a: 1\n', 'shop/b.yaml': 'b: 1\n' };
  expect(publish(files)).toEqual({ folder: dist(), written: ['a.yaml', 'shop/b.yaml'], unchanged: [], removed: [] });
  expect(contentsOf(dist())).toEqual(withList(files));
});

test('a second publish writes what has changed, leaves the rest, and removes what is gone, also its folder', () => {
  publish({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n', 'shop/web/c.yaml': 'c: 1\n' });
  const files = { 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 2\n', 'd.yaml': 'd: 1\n' };
  expect(publish(files)).toEqual({ folder: dist(), written: ['b.yaml', 'd.yaml'], unchanged: ['a.yaml'], removed: ['shop/web/c.yaml'] });
  expect([contentsOf(dist()), foldersIn(dist())]).toEqual([withList(files), []]);
});

test('foreign files stay, and so does a folder with one', () => {
  publish({ 'a.yaml': 'a: 1\n', 'shop/b.yaml': 'b: 1\n' });
  fill(dist(), { 'README.md': 'by hand', 'shop/notes.md': 'by hand' });
  publish({ 'a.yaml': 'a: 1\n' });
  expect(contentsOf(dist())).toEqual({ ...withList({ 'a.yaml': 'a: 1\n' }), 'README.md': 'by hand', 'shop/notes.md': 'by hand' });
});

test('nothing is touched when nothing has changed, not even the time of the folder', () => {
  const files = { 'a.yaml': 'a: 1\n', 'shop/b.yaml': 'b: 1\n' };
  publish(files);
  const times = (): number[] => ['', '.cdk8s-mesh', 'a.yaml', 'shop', 'shop/b.yaml'].map(file => statSync(path.join(dist(), file)).ctimeMs);
  const before = times();
  expect(publish(files)).toEqual({ folder: dist(), written: [], unchanged: ['a.yaml', 'shop/b.yaml'], removed: [] });
  expect(times()).toEqual(before);
});

test('the list goes with the last file', () => {
  publish({ 'a.yaml': 'a: 1\n' });
  expect(publish({}, true)).toEqual({ folder: dist(), written: [], unchanged: [], removed: ['a.yaml'] });
  expect(contentsOf(dist())).toEqual({});
});

test('no files need no folder', () => {
  expect(publish({})).toEqual({ folder: dist(), written: [], unchanged: [], removed: [] });
  expect(foldersIn(temporary.path)).toEqual([]);
});

test('a list that a merge has left with both sides is mended', () => {
  fill(dist(), { 'a.yaml': '<<<<<<< HEAD\na: 1\n=======\na: 2\n>>>>>>> branch\n', '.cdk8s-mesh': '<<<<<<< HEAD\na.yaml\n=======\nb.yaml\n>>>>>>> branch\n' });
  expect(publish({ 'a.yaml': 'a: 1\n' })).toMatchObject({ written: ['a.yaml'], removed: [] });
  expect(contentsOf(dist())).toEqual(withList({ 'a.yaml': 'a: 1\n' }));
});

test('what a killed run has left is removed, even when there is nothing else to do', () => {
  publish({ 'a.yaml': 'a: 1\n' });
  fill(dist(), { '.cdk8s-mesh.tmp/3': 'half a fi' });
  publish({ 'a.yaml': 'a: 1\n' });
  expect([contentsOf(dist()), foldersIn(dist())]).toEqual([withList({ 'a.yaml': 'a: 1\n' }), []]);
});

test('a file that has changed the case of its name only is not lost, on any disk', () => {
  publish({ 'Shop.yaml': 'a: 1\n', 'Web/b.yaml': 'b: 1\n' });
  publish({ 'shop.yaml': 'a: 2\n', 'web/b.yaml': 'b: 2\n' });
  const contents = Object.entries(contentsOf(dist())).filter(([file]) => file !== '.cdk8s-mesh');
  expect(contents.map(([file, text]) => [file.toLowerCase(), text])).toEqual([['shop.yaml', 'a: 2\n'], ['web/b.yaml', 'b: 2\n']]);
  expect(publish({ 'shop.yaml': 'a: 2\n', 'web/b.yaml': 'b: 2\n' })).toMatchObject({ written: [], removed: [] });
});

test('no file of the folder changes before they are placed, and none goes before the end', () => {
  publish({ 'a.yaml': 'a: 1\n', 'b.yaml': 'b: 1\n' });
  const before = contentsOf(dist());
  const prepared = preparePublish({ folder: dist(), files: new Map([['a.yaml', 'a: 2\n'], ['c/d.yaml', 'd: 1\n']]), companions: new Map(), provided: [], allowEmpty: false, nested: [], kept: [] });
  prepared.stage();
  expect(Object.fromEntries(Object.entries(contentsOf(dist())).filter(([file]) => !file.startsWith('.cdk8s-mesh.tmp/')))).toEqual(before);
  prepared.close();
  expect([contentsOf(dist()), foldersIn(dist())]).toEqual([before, []]);
});

describe('what the files need and do not hold', () => {
  const list = (): string[] => contentsOf(dist())['.cdk8s-mesh'].split('\n').slice(1, -1);

  test('is listed, and follows what is rendered, though no file changes', () => {
    publish({ 'a.yaml': 'a: 1\n' }, false, { provided: ['Service shop/web'] });
    expect(list()).toEqual(['# provided: Service shop/web', 'a.yaml']);
    expect(publish({ 'a.yaml': 'a: 1\n' }, false, { provided: ['Secret shop/tls'] }).written).toEqual([]);
    expect(list()).toEqual(['# provided: Secret shop/tls', 'a.yaml']);
  });

  test('stays with the files of others that stay', () => {
    publish({ 'a.yaml': 'a: 1\n' }, false, { provided: ['Service shop/web'] });
    publish({ 'b.yaml': 'b: 1\n' }, false, { provided: ['Secret shop/tls'], kept: ['a.yaml'] });
    expect(list()).toEqual(['# provided: Secret shop/tls', '# provided: Service shop/web', 'a.yaml', 'b.yaml']);
  });
});
