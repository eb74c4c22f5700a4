import { main } from '../../lib/cli/main';
import { FakeTerminal } from '../support/fake-terminal';

const brokenPipe = (): Buffer => { throw new Error('the pipe\n  is broken'); };

test('a command gives its status', async () => {
  const terminal = new FakeTerminal({}, () => Buffer.from('8'));
  expect(await main(['check', '-'], terminal)).toBe(1);
  expect(await main(['check', '-', '--fail-on', 'never'], terminal)).toBe(0);
});

test('what nobody expected is status 2 and one line, which says how to learn more', async () => {
  const terminal = new FakeTerminal({}, brokenPipe);
  expect(await main(['check', '-'], terminal)).toBe(2);
  expect([terminal.stdout, terminal.notes]).toEqual([
    '',
    ['cdk8s-mesh: internal error: the pipe is broken. Run again with CDK8S_MESH_DEBUG=1, and report the output'],
  ]);
});

test('a reason steers no terminal', async () => {
  const terminal = new FakeTerminal();
  expect(await main(['check', 'no\u001b[2J.yaml'], terminal)).toBe(2);
  expect(terminal.notes).toEqual(['cdk8s-mesh: no\\u001b[2J.yaml: no such file or folder']);
});

test('with CDK8S_MESH_DEBUG=1 the stack follows', async () => {
  const terminal = new FakeTerminal({ CDK8S_MESH_DEBUG: '1' }, brokenPipe);
  expect(await main(['check', '-'], terminal)).toBe(2);
  expect(terminal.notes[1]).toMatch(/^Error: the pipe\n {2}is broken\n {4}at brokenPipe/);
});

test('help and version are results, with status 0', async () => {
  const terminal = new FakeTerminal();
  expect([await main(['--version'], terminal), await main(['check', '--help'], terminal)]).toEqual([0, 0]);
  expect([terminal.stdout.split('\n').slice(0, 2), terminal.notes]).toEqual([
    [expect.stringMatching(/^\d+\.\d+\.\d+$/), 'Usage: cdk8s-mesh check [options] [paths...]'],
    [],
  ]);
});
