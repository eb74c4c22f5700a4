import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { contentsOf, fill, temporaryFolder } from '../support/folder';
import { widgetCrd } from '../support/widget-crd';

jest.setTimeout(60_000);

const [run, script] = ['scripts/run.mjs', 'scripts/imports.ts'].map(file => path.resolve(file));
const page = (table: string): string => `# Constructs\n\n<!-- sources: written by npm run imports; cspell:disable -->${table}<!-- end of sources; cspell:enable -->\n`;

const folder = temporaryFolder();

/** Runs the script in a project that has nothing but a CRD and, maybe, other files. */
function imports(args: readonly string[], files: Record<string, string> = {}): { status: number | null; stdout: string; stderr: string } {
  fill(folder.path, { 'widget.json': JSON.stringify(widgetCrd()), ...files });
  const { status, stdout, stderr } = spawnSync(process.execPath, [run, script, '--no-tables', ...args], { cwd: folder.path, encoding: 'utf8' });
  return { status, stdout, stderr };
}

test('makes imports/ from CRDs, brings the tables of its page up to date, and says what it wrote', () => {
  expect(imports(['widget.json'], { 'docs/imports.md': page('\n') }))
    .toEqual({ status: 0, stdout: 'imports: files with constructs: 1, kinds: 1, schema tables: 0\n', stderr: '' });
  const contents = contentsOf(folder.path);
  expect(Object.keys(contents)).toEqual(['docs/imports.md', 'imports/example.com.ts', 'imports/lock.json', 'widget.json']);
  expect(contents['docs/imports.md']).toBe(page('\n\n| API version | kinds |\n|---|---|\n| `example.com/v1` | Widget |\n\n| constructs | repository | revision | date | files there |\n|---|---|---|---|---|\n\n'));
});

test('writes to another folder where one is named, and then needs no page', () => {
  expect(imports(['--output', 'out', 'widget.json']).stdout).toBe('out: files with constructs: 1, kinds: 1, schema tables: 0\n');
  expect(Object.keys(contentsOf(folder.path))).toEqual(['out/example.com.ts', 'out/lock.json', 'widget.json']);
});

test('what a person can mend is told in one line, with exit code 2, before anything is written', () => {
  expect(imports(['nowhere.yaml']))
    .toEqual({ status: 2, stdout: '', stderr: 'imports: nowhere.yaml: no such file or folder; give the CRD files, or the folder that holds them\n' });
  expect(imports(['widget.json'], { 'docs/imports.md': '# Constructs\n' })).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(/^imports: docs\/imports\.md: has lost the markers of its tables; [^\n]+\n$/),
  });
  expect(Object.keys(contentsOf(folder.path))).toEqual(['docs/imports.md', 'widget.json']);
});
