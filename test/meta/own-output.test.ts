import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { environmentSets, FileSet } from '../../lib/cli/environment-sets';
import { readInputFiles } from '../../lib/cli/input-files';
import type { Finding } from '../../lib/inspect/checks/finding';
import { checkSettings } from '../../lib/outlets/private/check-properties';
import { judgeSets } from '../../lib/outlets/private/judge-sets';

const [folders, programs] = [true, false].map(isFolder => readdirSync('examples').filter(name => statSync(`examples/${name}`).isDirectory() === isFolder).sort());
const outputs = ['dist', ...folders.map(name => `examples/${name}/dist`)];

/** The environments of a folder that an app has published to. */
function setsIn(folder: string): FileSet[] {
  const { files, failures } = readInputFiles([folder]);
  expect(failures).toEqual([]);
  return environmentSets(files);
}

/** What is found in each environment by itself, with its own values of the installation. */
function findingsIn(folder: string): readonly Finding[] {
  return setsIn(folder).flatMap(set => judgeSets([set], checkSettings({ complete: true }, 'own-output.test.ts')).report.findings);
}

/** Those that nobody may leave there, a line each. */
function graveOnes(findings: readonly Finding[]): string[] {
  return findings.filter(({ severity }) => severity !== 'info').map(({ file, line, code, message }) => `${file}:${line} ${code} ${message}`);
}

const found = outputs.map(folder => ({ folder, findings: findingsIn(folder) }));

test.each(found)('nothing is an error or a warning in $folder', ({ findings }) => {
  expect(graveOnes(findings)).toEqual([]);
});

test.each(programs)('nothing is found in what %s renders', program => {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk8s-mesh-own-output-'));
  process.env.CDK8S_MESH_OUTDIR = outdir;
  try {
    jest.isolateModules(() => require(path.resolve('examples', program)));
    expect(findingsIn(outdir).map(({ code, message }) => `${code} ${message}`)).toEqual([]);
  } finally {
    delete process.env.CDK8S_MESH_OUTDIR;
    rmSync(outdir, { recursive: true });
  }
});

test('the infos are those that a decision gives a reason for', () => {
  const decision = readFileSync('docs/decisions/0011-own-output.md', 'utf8');
  const expected = [...decision.matchAll(/^\| `(MESH\d+|IST\d+|CRD\d+|YAML\d+)` \| `([^`]+)` \|/gm)].map(([, code, place]) => `${code} ${place}`);
  const infos = found.flatMap(({ findings }) => findings).map(({ code, file }) => `${code} ${path.dirname(file)}`);
  expect([...new Set(infos)].sort()).toEqual(expected.sort());
});
