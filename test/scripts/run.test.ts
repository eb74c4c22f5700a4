import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fill, temporaryFolder } from '../support/folder';

const folder = temporaryFolder();
const RUNNER = path.resolve('scripts/run.mjs');

interface Run {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, ...args: string[]): Run {
  fill(folder.path, { 'program.ts': program });
  return spawnSync(process.execPath, [RUNNER, 'program.ts', ...args], { cwd: folder.path, encoding: 'utf8' });
}

test('a TypeScript program runs where the user stands, with its arguments and packages', () => {
  const program = 'import { Chart } from "cdk8s"; const n: number = 1; console.log(process.cwd(), process.argv.slice(2), typeof Chart, n);';
  expect(run(program, '--a', 'b')).toMatchObject({ status: 0, stdout: `${folder.path} [ '--a', 'b' ] function 1\n`, stderr: '' });
});

test('a program that throws fails, and the trace names the line of the TypeScript file', () => {
  const { status, stderr } = run('interface Long {\n  n: number;\n}\n\nthrow new Error("no value");\n');
  expect(status).toBe(1);
  expect(stderr).toMatch(/Error: no value\n {4}at .*program\.ts:5:7/);
});

test('what cannot be built fails with its place', () => {
  expect(run('const a = ;\n')).toMatchObject({ status: 1, stdout: '', stderr: 'program.ts:1:10: Unexpected ";"\n' });
});

test('programs of one name that run at once do not get into each other\'s way', async () => {
  fill(folder.path, { 'a/main.ts': 'console.log("a");', 'b/main.ts': 'console.log("b");' });
  const outputs = await Promise.all(['a', 'b', 'a', 'b'].map(async name => {
    const child = spawn(process.execPath, [RUNNER, `${name}/main.ts`], { cwd: folder.path });
    const [chunk] = await once(child.stdout, 'data') as [Buffer];
    return chunk.toString();
  }));
  expect(outputs).toEqual(['a\n', 'b\n', 'a\n', 'b\n']);
});

test('a program is imported by the name of the package before anything is built', () => {
  expect(run('import { MeshApp } from "cdk8s-mesh"; import { VirtualService } from "cdk8s-mesh/imports/networking.istio.io"; console.log(MeshApp.name, VirtualService.GVK.kind);'))
    .toMatchObject({ status: 0, stdout: 'MeshApp VirtualService\n' });
});

describe('a report', () => {
  const PROGRAM = 'import { Chart, ApiObject } from "cdk8s"; import { MeshApp } from "cdk8s-mesh"; const app = new MeshApp(); new ApiObject(new Chart(app, "a"), "b", { apiVersion: "v1", kind: "ConfigMap" }); app.synth();';

  function reported(program: string, env: NodeJS.ProcessEnv = {}): Run {
    fill(folder.path, { 'program.ts': program });
    return spawnSync(process.execPath, [RUNNER, '--report', 'program.ts'], { cwd: folder.path, encoding: 'utf8', env: { ...process.env, ...env } });
  }

  test('says in one line what became of the files', () => {
    expect(reported(PROGRAM)).toMatchObject({ status: 0, stdout: '', stderr: 'dist: 1 written, 0 unchanged, 0 removed\n' });
    expect(reported(PROGRAM)).toMatchObject({ status: 0, stderr: 'dist: 0 written, 1 unchanged, 0 removed\n' });
  });

  test('is for those who ask for it, and where files are published', () => {
    expect(run(PROGRAM)).toMatchObject({ status: 0, stderr: '' });
    expect(reported('console.log("no app");')).toMatchObject({ stdout: 'no app\n', stderr: '' });
    expect(reported(PROGRAM, { CDK8S_MESH_REPORT: 'report' })).toMatchObject({ status: 0, stderr: '' });
  });
});

test('without a file the usage is shown', () => {
  const { status, stderr } = spawnSync(process.execPath, [RUNNER], { encoding: 'utf8' });
  expect({ status, stderr }).toEqual({ status: 2, stderr: 'usage: npm run example -- FILE.ts [ARG...] (or node scripts/run.mjs [--watch] FILE.ts [ARG...])\n' });
});

test('the watch mode runs again after each change, also after one that fails, and when data changes that the program has read', async () => {
  fill(folder.path, {
    'program.ts': `
      import { ReleasePlan } from 'cdk8s-mesh';
      import { text } from './text';
      ReleasePlan.blueGreen({ stateFile: 'data/release.yaml' })._apply({ service: { traffic: { split: ({ weight }) => console.log(text, weight.value) } } });
    `,
    'text.ts': 'export const text = "one";',
    'data/release.yaml': 'live: stable\n',
  });
  const child = spawn(process.execPath, [RUNNER, '--watch', 'program.ts'], { cwd: folder.path });
  let output = '';
  [child.stdout, child.stderr].forEach(stream => stream.on('data', (chunk: Buffer) => {
    output += chunk.toString();
  }));
  const said = async (text: string): Promise<void> => {
    while (!output.includes(text)) {
      await Promise.race([once(child.stdout, 'data'), once(child.stderr, 'data')]);
    }
  };

  try {
    await said('one 0\n');
    writeFileSync(path.join(folder.path, 'text.ts'), 'export const text = ;');
    await said('text.ts:1:20: Unexpected ";"');
    writeFileSync(path.join(folder.path, 'text.ts'), 'export const text = "two";');
    await said('two 0\n');
    writeFileSync(path.join(folder.path, 'data/release.yaml'), 'live: canary\n');
    await said('two 100\n');
    expect(output).toMatch(/program\.ts ran in \d+ ms/);
  } finally {
    child.kill();
  }
}, 30_000);
