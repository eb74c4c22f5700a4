import path from 'node:path';

/** What tests are about, by the folder or file below test/ that they lie in. */
const KINDS: ReadonlyMap<string, string> = new Map([
  ['docs', 'documentation'],
  ['examples.test.ts', 'snapshots and examples'],
  ['imports', 'imports'],
  ['main.test.ts', 'snapshots and examples'],
  ['meta', 'meta'],
  ['package', 'package'],
  ['scenarios.test.ts', 'scenarios'],
]);

/** The kind of the tests in a file; all that mirror a source file are unit tests. */
export function testKind(file: string): string {
  const [top] = path.relative('test', file).split(path.sep);
  return KINDS.get(top) ?? 'unit tests';
}

/** How many of the files are of which kind: `2 in documentation, 1 in scenarios`. */
export function countKinds(files: readonly string[]): string {
  const counts = new Map<string, number>();
  files.map(testKind).sort().forEach(kind => counts.set(kind, (counts.get(kind) ?? 0) + 1));
  return [...counts].map(([kind, count]) => `${count} in ${kind}`).join(', ');
}
