import { main } from '../../lib/cli/main';
import { FakeTerminal } from '../support/fake-terminal';

// The schemas stand for whatever a check may stumble over.
jest.mock('../../lib/inspect/schema/violations', () => ({
  ...jest.requireActual('../../lib/inspect/schema/violations'),
  violations: () => { throw new Error('boom'); },
}));

const twoServices = (): Buffer => Buffer.from('{apiVersion: v1, kind: Service}\n---\n{apiVersion: v1, kind: Service}\n');

test.each(['error', 'never'])('a check that fails itself is status 2, with --fail-on %s', async failOn => {
  const terminal = new FakeTerminal({}, twoServices);
  expect(await main(['check', '-', '--fail-on', failOn, '--format', 'json'], terminal)).toBe(2);
  expect(JSON.parse(terminal.stdout).findings.map(({ code, line }: any) => [code, line])).toEqual([['IST0001', 1], ['IST0001', 3]]);
  expect(terminal.notes).toEqual(['cdk8s-mesh: a check crashed: see the findings of IST0001']);
});

test('with CDK8S_MESH_DEBUG=1 the stacks come too', async () => {
  const terminal = new FakeTerminal({ CDK8S_MESH_DEBUG: '1' }, twoServices);
  expect(await main(['check', '-'], terminal)).toBe(2);
  expect(terminal.notes).toEqual([expect.stringMatching(/^Error: boom\n {4}at /), expect.stringMatching(/^Error: boom\n/), expect.stringContaining('IST0001')]);
});

test('a check that nobody asks for cannot fail', async () => {
  expect(await main(['check', '-', '--only', 'YAML'], new FakeTerminal({}, twoServices))).toBe(0);
});
