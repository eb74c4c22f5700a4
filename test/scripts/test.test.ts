import { command } from '../../scripts/test/command';

test('a step that does not exist is refused, with the steps that do', async () => {
  const { ok, output } = await command(process.execPath, ['scripts/run.mjs', 'scripts/test.ts', 'lnit']);
  expect(ok).toBe(false);
  expect(output).toContain('  lint      ESLint');
  expect(output.trimEnd().split('\n').slice(-2)).toEqual(['failed: arguments (unknown step "lnit")', '0 passed, 1 failed']);
});
