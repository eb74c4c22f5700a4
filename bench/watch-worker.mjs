// Measures the watch mode: `watch-worker OUTDIR` changes a program that renders main.ts, waits for its YAML, and prints one line of JSON.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const CHANGES = 3;
const program = path.resolve('build/bench/watched.ts');

mkdirSync(path.dirname(program), { recursive: true });
change(0);
const child = spawn(process.execPath, ['scripts/run.mjs', '--watch', program], {
  env: { ...process.env, CDK8S_MESH_OUTDIR: process.argv[2] },
  stdio: ['ignore', 'ignore', 'pipe'],
});
await rendered();
const times = [];
for (let number = 1; number <= CHANGES; number += 1) {
  const start = performance.now();
  change(number);
  await rendered();
  times.push(performance.now() - start);
}
child.kill();
console.log(JSON.stringify({ milliseconds: times.sort((a, b) => a - b)[CHANGES >> 1], mebibytes: 0 }));

function change(number) {
  writeFileSync(program, `import '../../main'; // change ${number}\n`);
}

async function rendered() {
  for (let said = ''; !said.includes('ran in');) {
    said += String(await once(child.stderr, 'data'));
  }
}
