import { oneTest } from '../../../scripts/test/step-result';
import { Summary } from '../../../scripts/test/summary';

function summaryOf(fill: (summary: Summary) => void): { lines: string[]; ok: boolean } {
  const lines: string[] = [];
  const summary = new Summary(line => lines.push(line));
  fill(summary);
  return { ok: summary.end(), lines };
}

test('when all is well, the steps and the count are shown', () => {
  const { ok, lines } = summaryOf(summary => {
    summary.add('lint', oneTest(true, 'chatter', ''), 4120);
    summary.add('jest', { passed: 41, failed: 0, output: '', skipped: ['needs a small disk'] }, 20_000);
  });
  expect(ok).toBe(true);
  expect(lines).toEqual(['lint         4.1 s  ok', 'jest        20.0 s  ok', '', 'skipped: needs a small disk', '42 passed, 0 failed']);
});

test('what failed is shown in full, then in plain words, then counted alone in the last line', () => {
  const { ok, lines } = summaryOf(summary => {
    summary.add('lint', oneTest(false, 'a.ts:1 bad\n', '1 error: npm run fix mends some'), 1000);
    summary.add('types', oneTest(true, '', ''), 1000);
    summary.add('jest', { passed: 7, failed: 2, output: 'expected 1', problem: '2 failed' }, 1000);
  });
  expect(ok).toBe(false);
  expect(lines.slice(3)).toEqual([
    '\n---- lint ----\na.ts:1 bad',
    '\n---- jest ----\nexpected 1',
    '',
    'failed: lint (1 error: npm run fix mends some), jest (2 failed)',
    '8 passed, 3 failed',
  ]);
});
