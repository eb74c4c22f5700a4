// Compiles lib/ and imports/ with jsii into build/, from scratch: what was compiled of a file that is gone would be packed. Of what is exported
// and is no part of the jsii library, it writes the types alone; scripts/build-cli.mjs bundles that.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const [jsii, tsc] = ['jsii/bin/jsii', 'typescript/bin/tsc'].map(program => require.resolve(program));
// docs/decisions/0003-test-command.md says why these two are silent.
const silent = ['JSII6', 'JSII5018'].map(code => `--silence-warnings=${code}`);

['build/lib', 'build/imports', 'build/types', 'build/tsconfig.tsbuildinfo'].forEach(output => rmSync(output, { recursive: true, force: true }));
// Compressed, the assembly takes a tenth of the place in the package.
run(jsii, ['--generate-tsconfig', 'tsconfig.jsii.json', '--fail-on-warnings', '--compress-assembly', ...silent]);
run(tsc, ['-p', 'tsconfig.outlets.json']);

function run(program, args) {
  if (process.exitCode === undefined) {
    const { status } = spawnSync(process.execPath, [program, ...args], { stdio: 'inherit' });
    process.exitCode = status === 0 ? undefined : status ?? 1;
  }
}
