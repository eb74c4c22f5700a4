import { utimesSync } from 'node:fs';
import { fill, temporaryFolder } from './folder';
import { librarySources, packPackage } from './packed-package';

const folder = temporaryFolder();
const home = process.cwd();

beforeEach(() => process.chdir(folder.path));

afterEach(() => process.chdir(home));

test('the sources of the library are lib/ and imports/, without what esbuild bundles for the program', () => {
  fill('.', { 'lib/index.ts': '', 'lib/synth/app.ts': '', 'lib/cli/program.ts': '', 'lib/inspect/node.ts': '', 'lib/inspect/mesh/secret-makers.ts': '', 'imports/a.io.ts': '', 'imports/lock.json': '' });
  expect(librarySources()).toEqual(['imports/a.io.ts', 'lib/index.ts', 'lib/inspect/mesh/secret-makers.ts', 'lib/synth/app.ts']);
});

test('fails when the library is not built', () => {
  fill('.', { 'lib/index.ts': '', '.jsii': '' });
  expect(() => packPackage('.')).toThrow(new Error('the library is not built: run npm run build:lib, then this test again'));
});

test('fails when jsii has not seen a source as it is', () => {
  fill('.', { 'lib/index.ts': '', 'imports/a.io.ts': '', 'build/lib/index.js': '', '.jsii': '' });
  utimesSync('.jsii', new Date(), new Date(Date.now() - 60_000));
  expect(() => packPackage('.')).toThrow(new Error('imports/a.io.ts is newer than the built library: run npm run build:lib, then this test again'));
});

test('fails when npm cannot pack, with what npm says', () => {
  fill('.', { 'lib/index.ts': '', 'imports/a.io.ts': '', 'build/lib/index.js': '', '.jsii': '', 'package.json': '{' });
  expect(() => packPackage('.')).toThrow(/^npm pack fails:\n[^]*package\.json/);
});
