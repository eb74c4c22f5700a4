import { spawnSync } from 'node:child_process';
import { unifiedDiff } from '../../../lib/inspect/fix/unified-diff';
import { fill, temporaryFolder } from '../../support/folder';

const folder = temporaryFolder();

const numbered = (count: number, change: (line: number) => string = String): string => (
  Array.from({ length: count }, (_, index) => `${change(index + 1)}\n`).join('')
);

test('a diff has three lines around each change, and its place', () => {
  expect(unifiedDiff('a.yaml', numbered(20), numbered(20, line => (line === 5 ? 'five' : line === 18 ? '' : String(line))))).toBe(`--- a.yaml
+++ a.yaml
@@ -2,7 +2,7 @@
 2
 3
 4
-5
+five
 6
 7
 8
@@ -15,6 +15,6 @@
 15
 16
 17
-18
+
 19
 20
`);
});

test('nothing changed, nothing said', () => {
  expect(unifiedDiff('a.yaml', 'a\n', 'a\n')).toBe('');
});

describe('the program patch makes of the first text the second', () => {
  const texts = ['', 'a\n', 'a', 'b\n', 'a\r\nb\r\n', 'a\nb\n', numbered(30), numbered(30, line => (line % 7 === 0 ? 'x' : String(line))), `${numbered(9)}end`,
    numbered(30, line => (line < 4 ? `${line}\nnew` : String(line)))];
  const pairs = texts.flatMap(before => texts.filter(after => after !== before && before !== '').map(after => [before, after] as const));

  test.each(pairs)('%j to %j', (before, after) => {
    fill(folder.path, { 'a.yaml': before });
    const { status, stdout } = spawnSync('patch', ['--binary', '-p0', '-o', '-', 'a.yaml'], { cwd: folder.path, input: unifiedDiff('a.yaml', before, after), encoding: 'utf8' });
    expect({ status, stdout: stdout.replace(/^patching file.*\n/, '') }).toEqual({ status: 0, stdout: after });
  });
});

test('of thousands of changes a diff is made in a time that they are worth', () => {
  const changes = 20_000;
  const [before, after] = [numbered(3 * changes), numbered(3 * changes, line => (line % 3 === 0 ? `new ${line}` : String(line)))];
  const begin = process.cpuUsage();
  const diff = unifiedDiff('a.yaml', before, after);
  const { user } = process.cpuUsage(begin);
  expect([diff.match(/^-\d/gm)?.length, diff.match(/^\+new/gm)?.length]).toEqual([changes, changes]);
  expect(user / 1e6).toBeLessThan(10);
});
