import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { command, tool } from './command';
import { compareFolders } from './compare-folders';
import { jestResult } from './jest-result';
import { oneTest, StepResult } from './step-result';

export interface Step {
  readonly name: string;
  readonly about: string;
  readonly run: () => Promise<StepResult>;
}

/**
 * What `npm test` runs: groups one after the other; the lanes of a group side by side, since two cores are common; the steps of a lane
 * in order.
 */
export const groups: ReadonlyArray<ReadonlyArray<readonly Step[]>> = [
  [
    [
      { name: 'jsii', about: 'lib/ compiles with jsii, without warnings', run: jsii },
      { name: 'api', about: 'docs/api-report.api.md shows the public surface that jsii compiled last', run: api },
      // The first time on a machine it takes minutes, which would slow down tests beside it.
      { name: 'tools', about: 'promtool and an OpenTelemetry Collector for tests, built once for a machine', run: tools },
    ],
    [
      { name: 'lint', about: 'ESLint: format, layers, size, pitfalls', run: lint },
      { name: 'types', about: 'the TypeScript compiler over everything', run: types },
      { name: 'spelling', about: 'cspell over pages and code', run: spelling },
      { name: 'dist', about: 'dist/ is what a fresh run of main.ts writes', run: dist },
    ],
  ],
  // Jest uses all cores by itself, and some of its tests measure time.
  [[{ name: 'jest', about: 'unit tests, documentation blocks, snapshots, imports/', run: jest }]],
];

const CRASHED = 'the tool itself failed';

async function jsii(): Promise<StepResult> {
  const { ok, output } = await command('npm', ['run', '--silent', 'build:lib']);
  return oneTest(ok, output, occurrences(output, /(?:error|warning) JSII\d+|error TS\d+/g, 'problem'));
}

async function lint(): Promise<StepResult> {
  const { ok, output } = await tool('eslint/bin/eslint.js', ['--max-warnings=0', '.']);
  return oneTest(ok, output, occurrences(output, /^\s+\d+:\d+\s+(?:error|warning)/gm, 'error', ': npm run fix mends some'));
}

async function types(): Promise<StepResult> {
  const { ok, output } = await tool('typescript/bin/tsc', ['-p', '.', '--noEmit', '--pretty', 'false']);
  return oneTest(ok, output, occurrences(output, /error TS\d+/g, 'error'));
}

async function spelling(): Promise<StepResult> {
  const { ok, output } = await tool('cspell/bin.mjs', ['lint', '--no-progress']);
  return oneTest(ok, output, occurrences(output, /Unknown word/g, 'unknown word', ': mend it, or add what is right to scripts/spelling-words.txt'));
}

async function api(): Promise<StepResult> {
  const { ok, output } = await tool('@microsoft/api-extractor/bin/api-extractor', ['run', '--print-api-report-diff']);
  const changed = 'the public surface has changed: read the difference, then accept it with npm run api';
  return oneTest(ok, output, output.includes('api-report.api.md') ? changed : CRASHED);
}

async function dist(): Promise<StepResult> {
  const fresh = mkdtempSync(path.join(os.tmpdir(), 'cdk8s-mesh-dist-'));
  try {
    const { ok, output } = await command(process.execPath, ['scripts/run.mjs', 'main.ts'], { CDK8S_MESH_OUTDIR: fresh });
    if (!ok || readdirSync(fresh).length === 0) {
      return oneTest(false, output, ok ? 'main.ts writes nothing' : 'main.ts fails');
    }
    const differences = compareFolders('dist', fresh);
    const problem = `${plural(differences.length, 'file')} not as committed: run npm run synth`;
    return oneTest(differences.length === 0, differences.join('\n'), problem);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** It tests nothing. Where one cannot be built, tests that need it are skipped, or take another. */
async function tools(): Promise<StepResult> {
  const { output } = await command(process.execPath, ['scripts/run.mjs', 'scripts/build-test-tools.ts']);
  return { passed: 0, failed: 0, output, skipped: output.split('\n').filter(line => line !== '').map(line => line.replace(/^SKIPPED: /, '')) };
}

async function jest(): Promise<StepResult> {
  const report = path.resolve('build', 'jest.json');
  rmSync(report, { force: true });
  const { output } = await tool('jest/bin/jest.js', ['--ci', '--json', `--outputFile=${report}`]);
  try {
    return jestResult(JSON.parse(readFileSync(report, 'utf8')));
  } catch {
    return oneTest(false, output, 'Jest ended without a report');
  }
}

/** How often a pattern occurs, in words; a tool that failed without an occurrence has crashed. */
function occurrences(output: string, pattern: RegExp, what: string, repair = ''): string {
  const found = output.match(pattern)?.length ?? 0;
  return found === 0 ? CRASHED : plural(found, what) + repair;
}

function plural(number: number, what: string): string {
  return `${number} ${what}${number === 1 ? '' : 's'}`;
}
