import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { environmentSets, FileSet } from '../../lib/cli/environment-sets';
import { readInputFiles } from '../../lib/cli/input-files';
import { checkSettings } from '../../lib/outlets/private/check-properties';
import { judgeSets } from '../../lib/outlets/private/judge-sets';

const folders = ['dist', ...readdirSync('examples').filter(name => statSync(`examples/${name}`).isDirectory()).sort().map(name => `examples/${name}/dist`)];

/** The environments of a folder that an app has published to. */
function setsIn(folder: string): FileSet[] {
  const { files, failures } = readInputFiles([folder]);
  expect(failures).toEqual([]);
  return environmentSets(files);
}

/** What is found in each environment by itself, with its own values of the installation: a line for each finding. */
const found = folders.map(folder => ({
  folder,
  findings: setsIn(folder).flatMap(set => judgeSets([set], checkSettings({ complete: true }, 'own-output.test.ts')).report.findings),
}));

test.each(found)('nothing is an error or a warning in $folder', ({ findings }) => {
  const grave = findings.filter(({ severity }) => severity !== 'info');
  expect(grave.map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`)).toEqual([]);
});

test('the infos are those that a decision gives a reason for', () => {
  const decision = readFileSync('docs/decisions/0011-own-output.md', 'utf8');
  const expected = [...decision.matchAll(/^\| `(MESH\d+|IST\d+|CRD\d+|YAML\d+)` \| `([^`]+)` \|/gm)].map(([, code, place]) => `${code} ${place}`);
  const infos = found.flatMap(({ findings }) => findings).map(({ code, file }) => `${code} ${path.dirname(file)}`);
  expect([...new Set(infos)].sort()).toEqual(expected.sort());
});
