// Compiles lib/ and imports/ with jsii into build/, from scratch: what was compiled of a file that is gone would be packed.
import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createRequire } from 'node:module';

const jsii = createRequire(import.meta.url).resolve('jsii/bin/jsii');
// docs/decisions/0003-test-command.md says why these two are silent.
const silent = ['JSII6', 'JSII5018'].map(code => `--silence-warnings=${code}`);

['build/lib', 'build/imports', 'build/tsconfig.tsbuildinfo'].forEach(output => rmSync(output, { recursive: true, force: true }));
// Compressed, the assembly takes a tenth of the place in the package.
const { status } = spawnSync(process.execPath, [jsii, '--generate-tsconfig', 'tsconfig.jsii.json', '--fail-on-warnings', '--compress-assembly', ...silent], { stdio: 'inherit' });
process.exitCode = status ?? 1;
