import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const MiB = 1024 * 1024;

const config = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, namespace: shop}\n';

/** Nine times nine ... of something. */
function bomb(depth: number): string {
  const levels = Array.from({ length: depth }, (_, level) => `k${level}: &a${level} [${Array.from({ length: 9 }, () => (level === 0 ? 'x' : `*a${level - 1}`)).join()}]`);
  return `${config}${levels.join('\n')}\n`;
}

const repeated = (text: string, bytes: number): string => text.repeat(Math.ceil(bytes / text.length));

/** Each with the finding that it ends in. None may take longer than others of its size, and the heap is that of a small machine. */
const HOSTILE: ReadonlyArray<readonly [name: string, file: string, content: () => string | Buffer, told: string]> = [
  ['aliases of aliases', 'a.yaml', () => bomb(12), 'YAML003 aliases expand this document beyond what Kubernetes reads'],
  ['an anchor that contains itself', 'a.yaml', () => `${config}data: &a {b: *a}\n`, 'YAML001 the anchor "a" contains itself'],
  ['a file of 100 MiB that is one value', 'a.yaml', () => `${config}data:\n  k: ${'x'.repeat(100 * MiB)}\n`, 'YAML003 the document is larger than 32 MiB, and is skipped'],
  ['a value of 30 MiB', 'a.yaml', () => `${config}data:\n  k: ${'x'.repeat(30 * MiB)}\n`, 'YAML003 the object is larger than 3 MiB, the most that the API server accepts'],
  ['a file of 100 MiB of null bytes', 'a.yaml', () => Buffer.alloc(100 * MiB), 'YAML003 the document is larger than 32 MiB, and is skipped'],
  ['null bytes', 'a.yaml', () => Buffer.alloc(30 * MiB), 'YAML001 the text contains a null byte'],
  ['brackets in brackets', 'a.yaml', () => `a: ${'['.repeat(MiB)}`, 'YAML003 the document is nested too deeply'],
  ['braces in braces', 'a.json', () => '{"a":'.repeat(MiB), 'YAML003 the document is nested too deeply'],
  ['lines that are indented ever deeper', 'a.yaml', () => Array.from({ length: 3000 }, (_, depth) => `${' '.repeat(depth)}a:\n`).join(''), 'YAML003 the document is nested too deeply'],
  ['bytes that are no UTF-8', 'a.yaml', () => Buffer.alloc(10 * MiB, 0xff), 'YAML001 the text is not UTF-8'],
  ['a quote that is never closed', 'a.yaml', () => `a: '${"''".repeat(10 * MiB)}`, 'YAML001 the quote that opens here is not closed'],
  ['a quote of escapes that is never closed', 'a.yaml', () => `a: ["${'\\n '.repeat(10 * MiB)}`, 'YAML001 the quote that opens here is not closed'],
  ['a bracket that is never closed', 'a.yaml', () => `a: [${'x y:z '.repeat(5 * MiB)}`, 'YAML001 the bracket that opens here is not closed'],
  ['tabs in a text that is wrong', 'a.yaml', () => `a: b\n${' \t\n'.repeat(5 * MiB)}c\n`, 'YAML001 the line has no colon'],
  ['spaces before a key that fits nowhere', 'a.yaml', () => `a: 1\n${' '.repeat(16 * MiB)}x: y\n`, 'YAML001 '],
  ['brackets above very many tabs', 'a.yaml', () => `a: [[[\n${'\t'.repeat(30 * MiB)}`, 'YAML001 '],
  ['comments behind quotes in a bracket that is never closed', 'a.yaml', () => `a: [${'"b"#c\n,'.repeat(4 * MiB)}`, 'YAML001 '],
  ['millions of documents that cannot be read', 'a.yaml', () => '---\na: [\n'.repeat(3 * MiB), 'YAML003 1,000 documents of this file cannot be read, and the rest of it is skipped'],
  ['a key that stands a million times', 'a.yaml', () => `${config}${'a: b\n'.repeat(MiB)}`, 'YAML002 and 1,048,475 more of these in this document'],
  ['a name that steers terminals', 'a.yaml', () => 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: "\\e[2J", namespace: shop}\n', 'CRD012 '],
  ['a name that is a way out of a folder', 'a.yaml', () => 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ../../etc/passwd, namespace: shop}\n', 'CRD012 '],
  ['names that every object has', 'a.yaml', () => `${config}__proto__: {a: b}\nconstructor: c\n`, 'CRD001 unknown field "__proto__"'],
];

test.each(HOSTILE)('%s: the finding says so, in little time and memory', (_, name, content, told) => {
  const file = path.join(folder.path, name);
  writeFileSync(file, content());
  const { status, stdout, stderr } = check(file);
  rmSync(file);

  expect(stderr).toBe('');
  const { findings } = JSON.parse(stdout) as { findings: Array<{ code: string; message: string }> };
  expect(findings.map(({ code, message }) => `${code} ${message}`)).toContainEqual(expect.stringContaining(told));
  expect(status).toBe(1);
}, 60_000);

test.each([
  ['millions of documents with nothing in them', () => repeated('---\n', 20 * MiB)],
  ['many small objects', () => repeated(`${config}---\n`, 2 * MiB)],
])('%s cost little, too', (_, content) => {
  const file = path.join(folder.path, 'a.yaml');
  writeFileSync(file, content());
  expect(check(file).status).toBe(0);
}, 60_000);

function check(file: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const args = ['--max-old-space-size=1024', path.resolve('bin/cdk8s-mesh'), 'check', '--format', 'json', file];
  return spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 30_000, maxBuffer: 64 * MiB });
}
