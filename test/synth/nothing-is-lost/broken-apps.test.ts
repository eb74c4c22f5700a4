import path from 'node:path';
import { ChildProgram } from '../../support/child-program';
import { temporaryFolder } from '../../support/folder';
import { Edition, shop } from './shop';
import { State, stateOf } from './two-states';

const temporary = temporaryFolder();
const renderBrokenShop = new ChildProgram('test/synth/nothing-is-lost/render-broken-shop.ts');

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function stateAfter(edition: Edition): State {
  shop(edition, { outdir: dist(), services: 4 }).synth();
  return stateOf(dist());
}

test.each([
  ['throws while it is built', 1, 'Error: no value for the image\n'],
  ['throws while it is rendered', 1, 'Error: no value for the image\n'],
  ['fails its validation', 1, 'Error: Validation failed with the following errors:\n  [gate] is not ready\n  [gate] has no image\n'],
  ['ends in the middle', 3, ''],
])('an app that %s changes nothing, and the next run gives exactly its output', async (how, expectedCode, message) => {
  const [later, earlier] = [stateAfter('new'), stateAfter('old')];
  const { code, stderr } = await renderBrokenShop.run([how, dist()]);
  expect(code).toBe(expectedCode);
  expect(stderr).toContain(message);
  expect(stateOf(dist())).toEqual(earlier);
  expect(stateAfter('new')).toEqual(later);
});

test('an app that renders no objects changes nothing, unless that is said to be meant', async () => {
  const earlier = stateAfter('old');
  const run = (env: NodeJS.ProcessEnv = {}): ReturnType<typeof renderBrokenShop.run> => renderBrokenShop.run(['renders no objects', dist()], { env: { ...process.env, ...env } });

  const { code, stderr } = await run();
  expect(code).toBe(1);
  expect(stderr).toContain(`Error: ${dist()}: nothing is rendered into this folder itself, so all 8 files (service-0/shop-0/ConfigMap.of-old.k8s.yaml and others) of an earlier run would be removed and none left. If this is intended, run again with CDK8S_MESH_ALLOW_EMPTY=1 (or \`allowEmpty: true\`).\n`);
  expect(stateOf(dist())).toEqual(earlier);

  expect((await run({ CDK8S_MESH_ALLOW_EMPTY: '1' })).code).toBe(0);
  expect(Object.keys(stateOf(dist()).files).filter(file => !file.startsWith('dev/'))).toEqual([]);
  expect(stateAfter('old')).toEqual(earlier);
});
