import { program } from '../../lib/cli/program';

test('the help on synth says that it compares no types', () => {
  let text = '';
  const root = program({ write: (said: string) => { text += said; } } as unknown as Parameters<typeof program>[0], () => undefined);

  expect(() => root.parse(['synth', '--help'], { from: 'user' })).toThrow();
  expect(text).toContain('Types are not checked, so a misspelled option is ignored. Run tsc first.');
});
