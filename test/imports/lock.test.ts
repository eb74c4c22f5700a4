import { existsSync, readFileSync } from 'node:fs';
import { installedGenerators } from '../../scripts/imports/generators';
import { allFiles, readInputs } from '../../scripts/imports/inputs';
import { readLock } from '../../scripts/imports/lock';
import { DEFAULT_INPUT, readRequest } from '../../scripts/imports/request';
import { withSourceTable } from '../../scripts/imports/source-table';
import { staleness } from '../../scripts/imports/staleness';

test('imports/ is what its lock says, made with the generators that are installed', () => {
  expect(staleness('imports', { generators: installedGenerators() })).toEqual([]);
});

(existsSync(DEFAULT_INPUT) ? test : test.skip)(`imports/ was made from the CRDs and facts that stand beside the checkout (${DEFAULT_INPUT})`, () => {
  expect(staleness('imports', { generators: installedGenerators(), inputs: allFiles(readInputs(readRequest([]))) })).toEqual([]);
});

test('docs/imports.md has the table of public sources that the lock gives', () => {
  const page = readFileSync('docs/imports.md', 'utf8');
  expect(withSourceTable(page, readLock('imports')!)).toBe(page);
});
