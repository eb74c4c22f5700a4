import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { contentsOf, temporaryFolder } from './support/folder';

const folder = temporaryFolder();

/** What `npx cdk8s synth` leaves in a fresh folder, and in the folder that main.ts publishes to. */
function synth(name: string): { readonly published: Record<string, string>; readonly read: Record<string, string> } {
  const [read, outdir] = ['read', 'dist'].map(part => path.join(folder.path, name, part));
  const env = { ...process.env, CDK8S_MESH_OUTDIR: outdir, CDK8S_CHECK_UPGRADE: 'false' };
  const { status, stderr } = spawnSync(process.execPath, ['node_modules/cdk8s-cli/bin/cdk8s', 'synth', '--output', read], { env, encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  return { published: contentsOf(outdir), read: contentsOf(read) };
}

function objectsIn(files: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(files).filter(([file]) => file.endsWith('.k8s.yaml')));
}

test('`npx cdk8s synth` renders the committed bytes, each time', () => {
  const [first, second] = [synth('first'), synth('second')];
  expect(second).toEqual(first);
  expect(first.published).toEqual(contentsOf('dist'));
  // What is no object goes to those who publish alone.
  expect(objectsIn(first.read)).toEqual(objectsIn(first.published));
}, 60_000);
