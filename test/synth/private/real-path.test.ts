import { realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { realPathOf } from '../../../lib/synth/private/real-path';
import { fill, temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();

test('links on the way are followed, also where the rest does not exist yet', () => {
  fill(temporary.path, { 'real/file': '' });
  symlinkSync('real', path.join(temporary.path, 'link'));
  const real = path.join(realpathSync(temporary.path), 'real');
  expect(realPathOf(path.join(temporary.path, 'link'))).toBe(real);
  expect(realPathOf(path.join(temporary.path, 'link', 'not', 'yet'))).toBe(path.join(real, 'not', 'yet'));
});

test('a relative path is one from the current folder', () => {
  expect(realPathOf('no-such-folder/../none')).toBe(path.join(realpathSync('.'), 'none'));
});
