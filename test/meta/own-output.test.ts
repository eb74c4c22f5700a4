import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../../lib/inspect/checks/finding';
import { findingsIn, findingsOf } from '../support/published-findings';

const [folders, programs] = [true, false].map(isFolder => readdirSync('examples').filter(name => statSync(`examples/${name}`).isDirectory() === isFolder).sort());
const outputs = ['dist', ...folders.map(name => `examples/${name}/dist`).filter(folder => existsSync(folder))];

/** Those that nobody may leave there, a line each. */
function graveOnes(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity !== 'info').map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}

const found = outputs.map(folder => ({ folder, findings: findingsIn(folder) }));

test.each(found)('nothing is an error or a warning in $folder', ({ findings }) => {
  expect(graveOnes(findings)).toEqual([]);
});

test.each(programs)('nothing is found in what %s renders', program => {
  expect(findingsOf(outdir => {
    process.env.CDK8S_MESH_OUTDIR = outdir;
    try {
      jest.isolateModules(() => require(path.resolve('examples', program)));
    } finally {
      delete process.env.CDK8S_MESH_OUTDIR;
    }
  })).toEqual([]);
});

test('the infos are those that a decision gives a reason for', () => {
  const decision = readFileSync('docs/decisions/0011-own-output.md', 'utf8');
  const expected = [...decision.matchAll(/^\| `(MESH\d+|IST\d+|CRD\d+|YAML\d+)` \| `([^`]+)` \|/gm)].map(([, code, place]) => `${code} ${place}`);
  const infos = found.flatMap(({ findings }) => findings).map(({ code, file }) => `${code} ${path.dirname(file)}`);
  expect([...new Set(infos)].sort()).toEqual(expected.sort());
});
