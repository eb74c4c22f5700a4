import { mkdirSync, renameSync, symlinkSync, unlinkSync } from 'node:fs';
import path from 'node:path';
import { contentsOf, fill, temporaryFolder } from '../../support/folder';
import { shop } from './shop';
import { failureOf, State, stateOf } from './two-states';

const temporary = temporaryFolder();

function at(...segments: string[]): string {
  return path.join(temporary.path, ...segments);
}

function synth(): string | undefined {
  return failureOf(shop('new', { outdir: at('dist'), services: 4 }));
}

function stateAfter(): State {
  expect(synth()).toBeUndefined();
  return stateOf(at('dist'));
}

/** An earlier run, of which one part is elsewhere, with a link in its place. */
function linked(part: string): { readonly earlier: Record<string, string>; readonly repair: () => void } {
  shop('old', { outdir: at('dist'), services: 4 }).synth();
  mkdirSync(at('elsewhere'));
  renameSync(at(part), at('elsewhere', 'part'));
  symlinkSync(at('elsewhere', 'part'), at(part));
  return {
    earlier: contentsOf(temporary.path),
    repair: () => {
      unlinkSync(at(part));
      renameSync(at('elsewhere', 'part'), at(part));
    },
  };
}

test.each([
  ['instead of the output folder', 'dist'],
  ['instead of the folder of an environment', 'dist/dev'],
  ['instead of a folder that is rendered into', 'dist/service-3'],
  ['instead of a folder from which all is gone', 'dist/service-0/shop-0'],
])('a symbolic link %s is refused, and nothing changes behind it', (_, part) => {
  const { earlier, repair } = linked(part);
  expect(synth()).toBe(`${at(part)}: is a symbolic link, but expected a folder: its target may belong to something else. Replace the link with a folder, or use its target as the output folder.`);
  expect(contentsOf(temporary.path)).toEqual(earlier);
  repair();
  expect(stateAfter()).toEqual(stateAfter());
});

test.each([
  ['instead of a file that is rendered', 'dist/service-3/shop-3/ConfigMap.settings.k8s.yaml'],
  ['instead of a file that is gone', 'dist/dev/service-0/shop-0/ConfigMap.settings.k8s.yaml'],
  ['instead of the ownership list', 'dist/.cdk8s-mesh'],
])('a symbolic link %s is refused, and nothing changes behind it', (_, part) => {
  const { earlier, repair } = linked(part);
  expect(synth()).toBe(`${at(part)}: is a symbolic link, but expected a rendered file. Move it away.`);
  expect(contentsOf(temporary.path)).toEqual(earlier);
  repair();
  expect(stateAfter()).toEqual(stateAfter());
});

test('a symbolic link instead of the folder for new files is refused, and nothing changes behind it', () => {
  fill(at('elsewhere'), { 'a.txt': 'not ours' });
  mkdirSync(at('dist'));
  symlinkSync(at('elsewhere'), at('dist', '.cdk8s-mesh.tmp'));
  expect(synth()).toContain(`${at('dist', '.cdk8s-mesh.tmp')}: is a symbolic link, but expected a folder`);
  expect(contentsOf(temporary.path)).toEqual({ 'elsewhere/a.txt': 'not ours' });
});

test('a symbolic link instead of the lock is removed, and nothing changes behind it', () => {
  fill(at('elsewhere'), { 'a.txt': 'not ours' });
  mkdirSync(at('dist'));
  symlinkSync(at('elsewhere', 'a.txt'), at('dist', '.cdk8s-mesh.lock'));
  const { files } = stateAfter();
  expect(Object.keys(files).filter(file => file.includes('lock'))).toEqual([]);
  expect(contentsOf(at('elsewhere'))).toEqual({ 'a.txt': 'not ours' });
});

test('a symbolic link that is not in the way stays', () => {
  fill(at('elsewhere'), { 'a.txt': 'not ours' });
  mkdirSync(at('dist'));
  symlinkSync(at('elsewhere'), at('dist', 'notes'));
  stateAfter();
  expect(contentsOf(at('dist', 'notes'))).toEqual({ 'a.txt': 'not ours' });
});

test('a symbolic link on the way to the output folder is followed, as everywhere', () => {
  mkdirSync(at('elsewhere'));
  symlinkSync(at('elsewhere'), at('link'));
  expect(failureOf(shop('new', { outdir: at('link', 'dist'), services: 4 }))).toBeUndefined();
  expect(stateOf(at('elsewhere', 'dist'))).toEqual(stateAfter());
});
