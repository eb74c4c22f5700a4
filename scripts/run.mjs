#!/usr/bin/env node
// Builds a TypeScript file with esbuild and runs it in this very process: `node scripts/run.mjs [--report | --watch] FILE [ARG...]`.
// With --report, a last line says how many files were written.
// Types are not checked here (the tests do that); the point is the time from an edit to its YAML.
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { context } from 'esbuild';
import { InputWatcher } from './watch-inputs.mjs';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const require = createRequire(import.meta.url);

const args = process.argv.slice(2);
const [watch, report] = ['--watch', '--report'].map(flag => args[0] === flag);
const [file, ...rest] = watch || report ? args.slice(1) : args;
if (file === undefined) {
  console.error('usage: npm run example -- FILE.ts [ARG...] (or node scripts/run.mjs [--watch] FILE.ts [ARG...])');
  process.exit(2);
}

// A file of this process alone: two programs, or one twice, may run at once.
const outfile = path.join(root, 'build', 'run', `${path.basename(file).replace(/\.ts$/, '')}.${process.pid}.cjs`);
process.argv = [process.argv[0], path.resolve(file), ...rest];
process.setSourceMapsEnabled(true);

const build = await context({
  entryPoints: [path.resolve(file)],
  outfile,
  bundle: true,
  packages: 'external',
  // What users import by the name of the package is the source here, so that nothing has to be built first.
  alias: {
    'cdk8s-mesh': path.join(root, 'lib/index.ts'),
    'cdk8s-mesh/imports': path.join(root, 'imports'),
    ...Object.fromEntries(['check', 'jest', 'cdk8s-plugin'].map(name => [`cdk8s-mesh/${name}`, path.join(root, 'lib/outlets', `${name}.ts`)])),
  },
  platform: 'node',
  format: 'cjs',
  target: `node${process.versions.node}`,
  sourcemap: 'inline',
  sourcesContent: false,
  metafile: watch,
  logLevel: 'silent',
});

// Whoever asks for the report, as the command line does, says it in words of its own.
if (report && !process.env.CDK8S_MESH_REPORT) {
  const reportFile = `${outfile}.report`;
  process.env.CDK8S_MESH_REPORT = reportFile;
  process.once('exit', () => {
    tell(reportFile);
    rmSync(reportFile, { force: true });
  });
}

if (watch) {
  // The data that a program reads, such as the stages of releases, is told here by whatever reads it.
  const readFiles = globalThis[Symbol.for('cdk8s-mesh.ReadFiles')] = new Set();
  const watcher = new InputWatcher(() => void again());
  const again = async () => {
    const result = await rebuild();
    watcher.built(result, readFiles);
    run(result);
    // Once more, since only the run tells which data it reads.
    watcher.built(result, readFiles);
  };
  await again();
  console.error(`watching what ${file} imports and reads; Ctrl+C ends`);
} else {
  run(await rebuild());
  await build.dispose();
}

/** Says what became of the files; nothing where none were published. What the program prints itself is on the other stream. */
function tell(reportFile) {
  if (existsSync(reportFile)) {
    const folders = readFileSync(reportFile, 'utf8').trimEnd().split('\n').map(line => JSON.parse(line));
    const counts = ['written', 'unchanged', 'removed'].map(what => `${folders.reduce((sum, folder) => sum + folder[what].length, 0)} ${what}`);
    console.error(`${folders.map(({ folder }) => folder).join(', ')}: ${counts.join(', ')}`);
  }
}

/** The result of a build, or of the failure of one: both tell their errors. */
function rebuild() {
  return build.rebuild().catch(failure => failure);
}

/** Runs what was just built; what it depends on from node_modules stays loaded between two runs. */
function run({ errors }) {
  if (errors.length > 0) {
    for (const { location, text } of errors) {
      console.error(location === null ? text : `${location.file}:${location.line}:${location.column}: ${text}`);
    }
    return failed();
  }
  delete require.cache[outfile];
  const start = performance.now();
  try {
    require(outfile);
  } catch (error) {
    console.error(error instanceof Error ? error.stack : error);
    return failed();
  } finally {
    rmSync(outfile);
  }
  if (watch) {
    console.error(`${file} ran in ${Math.round(performance.now() - start)} ms`);
  }
}

function failed() {
  if (!watch) {
    process.exitCode = 1;
  }
}
