import { spawnSync } from 'node:child_process';
import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();

/** Runs the program as it lies in a folder with these parts of the package, and no node_modules. */
function run(parts: readonly string[], ...args: readonly string[]): readonly [stdout: string, stderr: string, status: number | null] {
  parts.forEach(part => cpSync(part, path.join(folder.path, part), { recursive: true }));
  const { stdout, stderr, status } = spawnSync(process.execPath, ['bin/cdk8s-mesh', ...args], { cwd: folder.path, encoding: 'utf8' });
  return [stdout, stderr, status];
}

test('without its bundle the program says how to get it', () => {
  expect(run(['bin'], '--version')).toEqual([
    '',
    `cdk8s-mesh: ${path.join(folder.path, 'build/cli/cdk8s-mesh.cjs')} is missing: run npm ci, or npm run build:cli\n`,
    2,
  ]);
});

describe('built', () => {
  beforeAll(() => expect(spawnSync(process.execPath, ['scripts/build-cli.mjs'], { encoding: 'utf8' })).toMatchObject({ stderr: '', status: 0 }));

  test('the program needs nothing but what the package ships', () => {
    fill(folder.path, { 'a.yaml': '{apiVersion: networking.istio.io/v1, kind: ServiceEntry, metadata: {name: a}, spec: {hosts: [a.b], resolution: DNS}}' });
    const shipped = ['bin', 'build/cli', 'imports/schemas', 'docs/checks'];
    expect(run(shipped, 'check', 'a.yaml')).toEqual(['no findings in 1 object of 1 file\n', '', 0]);
    expect(run(shipped, 'codes', 'CRD001')).toEqual([readFileSync('docs/checks/CRD001.md', 'utf8'), '', 0]);
  });

  test('the licenses of what is bundled go along', () => {
    const licenses = readFileSync('build/cli/LICENSES.txt', 'utf8');
    expect(['commander', 'js-yaml', 're2js'].filter(name => !new RegExp(`^${name} \\d`, 'm').test(licenses))).toEqual([]);
  });
});
