import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { notePublished, publishedByOthers } from '../../../lib/synth/private/published-files';
import { temporaryFolder } from '../../support/folder';

const temporary = temporaryFolder();
const [one, other] = [Symbol('one'), Symbol('other')];

test('each app is told what others have published last, by whatever name of the folder', () => {
  mkdirSync(path.join(temporary.path, 'dist'));
  symlinkSync('dist', path.join(temporary.path, 'link'));
  const [dist, link] = ['dist', 'link'].map(name => path.join(temporary.path, name));
  expect(publishedByOthers(one, dist)).toEqual([]);
  notePublished(one, dist, ['a', 'b']);
  notePublished(other, link, ['b', 'c']);
  expect([publishedByOthers(one, link), publishedByOthers(other, dist)]).toEqual([['b', 'c'], ['a']]);
  notePublished(one, dist, ['d']);
  expect(publishedByOthers(other, dist)).toEqual(['d']);
});
