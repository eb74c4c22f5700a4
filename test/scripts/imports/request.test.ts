import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { readRequest } from '../../../scripts/imports/request';
import { fill, temporaryFolder } from '../../support/folder';

const USAGE = 'usage: npm run imports -- [--facts DIR | --no-tables] [--output DIR] PATH...';

const folder = temporaryFolder();
const home = process.cwd();

beforeEach(() => {
  mkdirSync(path.join(folder.path, 'project'));
  process.chdir(path.join(folder.path, 'project'));
});

afterEach(() => process.chdir(home));

test('without arguments, the CRDs of the shared folder are taken, with the facts beside them', () => {
  fill(folder.path, { 'shared/crds/a.yaml': '' });
  expect(readRequest([])).toEqual({ paths: ['../shared/crds'], facts: '../shared/facts', tables: true, output: undefined });
});

test('facts stand beside the folder of the CRDs, whether that or a file in it is named', () => {
  fill(folder.path, { 'other/crds/a.yaml': '' });
  expect(readRequest(['../other/crds']).facts).toBe('../other/facts');
  expect(readRequest(['../other/crds/a.yaml']).facts).toBe('../other/facts');
});

test('every option can be given', () => {
  expect(readRequest(['a.yaml', '--facts', 'f', '--output', 'out', 'b.yaml'])).toEqual({ paths: ['a.yaml', 'b.yaml'], facts: 'f', tables: true, output: 'out' });
  expect(readRequest(['--no-tables', 'a.yaml']).tables).toBe(false);
});

test('fails without arguments where there is no shared folder', () => {
  expect(() => readRequest([])).toThrow(new Error(`no CRDs: ../shared/crds does not exist here; name the files or folders that hold them; ${USAGE}`));
});

test.each([
  [['--bogus'], "Unknown option '--bogus'"],
  [['--facts'], "Option '--facts <value>' argument missing"],
  [['--no-tables=1', 'a.yaml'], "Option '--no-tables' does not take an argument"],
])('fails on %j, and shows the usage', (args, problem) => {
  expect(() => readRequest(args)).toThrow(new Error(`${problem}; ${USAGE}`));
});
