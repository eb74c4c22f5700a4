import path from 'node:path';
import { loadPackage } from '../../../scripts/compare-cel-engines/load-package';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

test('a package that is there is loaded', () => {
  expect(loadPackage<{ join: unknown }>('node:path').join).toBe(path.join);
});

test('one that is not there is told with the command that brings it', () => {
  expect(() => loadPackage('@bufbuild/no-such-package')).toThrow('@bufbuild/no-such-package is not installed: npm install --no-save @bufbuild/cel@');
});

test('one that fails tells its own error', () => {
  fill(folder.path, { 'broken.cjs': 'throw new Error("broken");' });
  expect(() => loadPackage(path.join(folder.path, 'broken.cjs'))).toThrow(/^broken$/);
});
