import { command } from '../../../scripts/test/command';

const node = (code: string): ReturnType<typeof command> => command(process.execPath, ['-e', code]);

test('what a program prints is kept without colors, and its end is told', async () => {
  expect(await node('console.log("\\u001b[31mred\\u001b[39m")')).toEqual({ ok: true, output: 'red\n' });
  expect(await node('console.error("bad"); process.exit(3)')).toEqual({ ok: false, output: 'bad\n' });
});

test('a program that is killed has failed', async () => {
  expect(await node('process.kill(process.pid, "SIGKILL")')).toEqual({ ok: false, output: `${process.execPath} was ended by SIGKILL\n` });
});

test('a program that takes too long is ended, and the output says after what time', async () => {
  expect(await command(process.execPath, ['-e', 'setTimeout(() => {}, 60_000)'], {}, 300)).toEqual({
    ok: false, output: `${process.execPath} was ended by SIGKILL: it may take no longer than 0.005 minutes\n`,
  });
});

test('a program that does not exist has failed', async () => {
  const { ok, output } = await command('no-such-program', []);
  expect(ok).toBe(false);
  expect(output).toContain('no-such-program cannot be started');
});
