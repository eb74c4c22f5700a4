import { spawnSync } from 'node:child_process';
import v8 from 'node:v8';
import { inlineLess } from '../../lib/cli/inline-less';

test.each([
  ['20.19.0', 1],
  ['24.1.0', 1],
  ['26.0.0', 0],
])('Node %s is told %d times', (version, times) => {
  const set = jest.spyOn(v8, 'setFlagsFromString').mockImplementation(() => {});
  inlineLess(version);
  expect(set).toHaveBeenCalledTimes(times);
  set.mockRestore();
});

test('the Node that runs has the setting: it says nothing of it', () => {
  const { status, stderr } = spawnSync(process.execPath, ['bin/cdk8s-mesh', 'check', '-'], { input: 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\n', encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
});
