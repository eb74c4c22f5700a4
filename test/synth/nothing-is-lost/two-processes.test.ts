import { readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { ChildProgram } from '../../support/child-program';
import { temporaryFolder } from '../../support/folder';
import { Edition, shop } from './shop';
import { State, stateOf } from './two-states';

const ROUNDS = 25;
const SERVICES = 8;

const temporary = temporaryFolder();
const renderShop = new ChildProgram('test/synth/nothing-is-lost/render-shop.ts');

function dist(): string {
  return path.join(temporary.path, 'dist');
}

function stateAfter(edition: Edition): State {
  shop(edition, { outdir: dist(), services: SERVICES }).synth();
  return stateOf(dist());
}

async function render(edition: Edition, env: NodeJS.ProcessEnv = {}): Promise<void> {
  const { code, stderr } = await renderShop.run([edition, dist(), String(SERVICES)], { env: { ...process.env, ...env } });
  expect([code, stderr]).toEqual([0, '']);
}

/** Reads a file again and again until all processes have ended, and gives every text that it had. */
async function textsOf(file: string, processes: Promise<unknown>): Promise<Set<string>> {
  const texts = new Set<string>();
  let hasEnded = false;
  void processes.finally(() => hasEnded = true);
  while (!hasEnded) {
    texts.add(readFileSync(path.join(dist(), file), 'utf8'));
    await setTimeout(1);
  }
  return texts;
}

test(`of two processes that write at once, one comes after the other, and no file is ever missing or half (${ROUNDS} rounds)`, async () => {
  const [later, earlier] = [stateAfter('new'), stateAfter('old')];
  const shared = 'dev/service-5/shop-5/ConfigMap.settings.k8s.yaml';
  for (let round = 0; round < ROUNDS; round += 1) {
    const processes = Promise.all([render('old'), render('new')]);
    const texts = await textsOf(shared, processes);
    await processes;
    expect([later.files[shared], earlier.files[shared]]).toEqual(expect.arrayContaining([...texts]));
    expect([later, earlier]).toContainEqual(stateOf(dist()));
  }
}, 60_000);

test('a process that writes one environment leaves the rest to one that writes all', async () => {
  const [later, earlier] = [stateAfter('new'), stateAfter('old')];
  const inDev = ([file]: readonly [string, string]): boolean => file.startsWith('dev/');
  for (let round = 0; round < 5; round += 1) {
    await Promise.all([render('old'), render('new', { CDK8S_MESH_ENV: 'dev' })]);
    const files = Object.entries(stateOf(dist()).files);
    expect(files.filter(file => !inDev(file))).toEqual(Object.entries(earlier.files).filter(file => !inDev(file)));
    expect([later, earlier].map(state => Object.entries(state.files).filter(inDev))).toContainEqual(files.filter(inDev));
  }
}, 30_000);
