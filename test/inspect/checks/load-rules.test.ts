import path from 'node:path';
import { allChecks } from '../../../lib/inspect/checks/all-checks';
import { allRules } from '../../../lib/inspect/checks/all-rules';
import { loadRules } from '../../../lib/inspect/checks/load-rules';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();
const home = process.cwd();

beforeEach(() => process.chdir(folder.path));
afterEach(() => process.chdir(home));

/** A module with one rule. */
function rules(code: string): string {
  return `exports.checks = [{ rules: [{ code: '${code}', slug: '${code.toLowerCase()}-rule', severity: 'info', summary: 'It is there.', aliases: [] }], judge: () => [] }];\n`;
}

function codesOf(...places: readonly string[]): string[] {
  return loadRules(places).rules.slice(allRules.length).map(({ code }) => code);
}

test('without modules there are ours', () => {
  expect(loadRules([])).toEqual({ checks: allChecks, rules: allRules });
});

test('files, folders and installed packages are loaded in the order of their names, each once', () => {
  fill(folder.path, {
    'rules.cjs': rules('ACME001'),
    'more/index.js': rules('ACME002'),
    'node_modules/@acme/rules/package.json': '{"name":"@acme/rules","main":"main.js"}',
    'node_modules/@acme/rules/main.js': rules('ACME003'),
  });
  expect(codesOf('@acme/rules', 'rules.cjs', 'more', './rules.cjs', path.resolve('rules.cjs'))).toEqual(['ACME003', 'ACME001', 'ACME002']);
  expect(loadRules(['rules.cjs']).checks).toHaveLength(allChecks.length + 1);
});

test.each([
  ['./nowhere.js', '', './nowhere.js: no such file or folder. Name a file or an installed package that exports `checks`.'],
  ['nowhere.cjs', '', 'nowhere.cjs: no such file or folder. Name a file or an installed package that exports `checks`.'],
  ['@acme/nothing', '', '@acme/nothing: no such file, and no package of that name is installed here. Name a file, such as ./@acme/nothing, or install the package.'],
  ['none.cjs', 'exports.rules = [];', 'none.cjs: exports no checks. Export an array named `checks` with the results of defineCheck.'],
  ['empty.cjs', '', 'empty.cjs: exports no checks. Export an array named `checks` with the results of defineCheck.'],
  ['throws.cjs', 'throw new Error("boom");', 'throws.cjs: cannot be loaded: boom'],
  ['lacks.cjs', 'require("left-pad-of-nobody");', 'lacks.cjs: cannot be loaded: Cannot find module'],
])('%s is refused', (place, text, message) => {
  if (text !== '' || place === 'empty.cjs') {
    fill(folder.path, { [place]: text });
  }
  expect(() => loadRules([place])).toThrow(message);
});
