import { spawnSync } from 'node:child_process';
import { cpSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { contentsOf, fill, temporaryFolder } from '../support/folder';
import { git } from '../support/git';

const EXAMPLE = 'examples/canary-stage';

const folder = temporaryFolder();

/** A clone in which the example is committed as it lies here. */
beforeEach(() => {
  cpSync(EXAMPLE, path.join(folder.path, EXAMPLE), { recursive: true });
  ['imports', 'lib', 'node_modules', 'scripts'].forEach(name => symlinkSync(path.resolve(name), path.join(folder.path, name)));
  git(folder.path, 'init', '--quiet');
  git(folder.path, 'add', EXAMPLE);
  git(folder.path, 'commit', '--quiet', '--message', 'As it is');
});

/** Says the stage in the one place that there is for it, and renders; gives the lines that change in what is rendered. */
function changesAtStage(stage: string): string[] {
  fill(folder.path, { [`${EXAMPLE}/releases/reviews.yaml`]: `stage: ${stage}\n` });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', `${EXAMPLE}/main.ts`], { cwd: folder.path, encoding: 'utf8' });
  expect([status, status === 0 ? '' : stderr]).toEqual([0, '']);
  return git(folder.path, 'diff', '--unified=0', `${EXAMPLE}/dist`).split('\n').filter(line => /^[-+](?![-+])/.test(line)).map(line => line.replace(/\s+/g, ' '));
}

test('at the stage that is committed, nothing changes', () => {
  expect(changesAtStage('1')).toEqual([]);
  expect(git(folder.path, 'status', '--porcelain', EXAMPLE)).toBe('');
});

test.each([
  ['0', ['- weight: 95', '+ weight: 100', '- weight: 5', '+ weight: 0']],
  ['2', ['- weight: 95', '+ weight: 75', '- weight: 5', '+ weight: 25']],
  ['4', ['- weight: 95', '+ weight: 0', '- weight: 5', '+ weight: 100']],
])('stage %s is a change of one line, and of two weights in what is rendered', (stage, lines) => {
  expect(changesAtStage(stage)).toEqual(lines);
  expect(git(folder.path, 'diff', '--numstat').split('\n')).toEqual([
    `2\t2\t${EXAMPLE}/dist/reviews.k8s.yaml`, `1\t1\t${EXAMPLE}/releases/reviews.yaml`, '',
  ]);
});

test('a stage that the plan does not have changes nothing, and the error says which there are', () => {
  const committed = contentsOf(path.join(folder.path, EXAMPLE, 'dist'));
  fill(folder.path, { [`${EXAMPLE}/releases/reviews.yaml`]: 'stage: 5\n' });
  const { status, stderr } = spawnSync(process.execPath, ['scripts/run.mjs', `${EXAMPLE}/main.ts`], { cwd: folder.path, encoding: 'utf8' });
  expect([status, stderr]).toEqual([1, expect.stringMatching(/releases\/reviews\.yaml: .*0.*1.*2.*3.*4/)]);
  expect(contentsOf(path.join(folder.path, EXAMPLE, 'dist'))).toEqual(committed);
});
