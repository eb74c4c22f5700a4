// `npm run bench [-- --json] [-- --rounds N]`: measures in one run what docs and design promise about speed, and prints figures and bars.
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { buildSync } from 'esbuild';
import { Bar, holds, table } from './bars';
import { checkBars, measureCheck } from './check';
import { inTurn, ownSample, Sample, wholeProcess } from './measure';

const SIZES = [1_000, 2_000, 10_000, 20_000] as const;
const STOCK_SIZES: readonly number[] = [1_000, 10_000, 20_000];
/** From here on one round of it has to do: it takes minutes. */
const STOCK_IS_SLOW = 20_000;
/** Of the services of which intent is said. */
const SERVICES = [50, 500] as const;
const DISK_SIZES: readonly number[] = [10_000];

/** Where rendered files go: the memory of the machine where that is possible, since the speed of a disk says nothing about ours. */
const MEMORY = existsSync('/dev/shm') ? '/dev/shm' : os.tmpdir();

const rounds = Number(option('--rounds') ?? 3);
const node = process.execPath;
const folder = mkdtempSync(path.join(os.tmpdir(), 'cdk8s-mesh-bench-'));
const worker = path.resolve('build/run/bench-worker.cjs');
buildSync({ entryPoints: ['bench/worker.ts'], outfile: worker, bundle: true, packages: 'external', platform: 'node', format: 'cjs' });
const watchWorker = path.resolve('bench/watch-worker.mjs');

// The program that is measured is the one of these sources.
wholeProcess([node, 'scripts/build-cli.mjs']);
const synth = new Map(SIZES.map(size => [size, measureSynth(size)]));
const intent = new Map(SERVICES.map(services => [services, measureIntent(services)]));
const check = measureCheck(folder, rounds);
const start = measureStart();
const bars = [...synthBars(), ...intentBars(), ...checkBars(check), ...startBars()];

if (process.argv.includes('--json')) {
  const samples = { synth: Object.fromEntries(synth), intent: Object.fromEntries(intent), check: Object.fromEntries(check), start };
  const judged = bars.map(bar => ({ ...bar, holds: holds(bar) }));
  console.log(JSON.stringify({ node: process.version, cpus: os.cpus().length, rounds, ...samples, bars: judged }, null, 2));
} else {
  console.log(`Node ${process.version}, ${os.cpus().length} CPUs, median of ${rounds} rounds; each figure from a process of its own\n`);
  console.log(figures());
  console.log(`\n${table(bars)}`);
}
rmSync(folder, { recursive: true });
process.exitCode = bars.every(holds) ? 0 : 1;

function measureSynth(size: number): Record<string, Sample> {
  const sample = (name: string, outdir: string) => () => ownSample([node, worker, name, String(size), outdir]);
  const names = ['floor', 'synth', 'synth again'];
  const onDisk = { 'synth to disk': sample('synth', os.tmpdir()), 'as many files alone, to disk': sample('files', os.tmpdir()) };
  const cases: Record<string, () => Sample> = {
    ...Object.fromEntries(names.map(name => [name, sample(name, MEMORY)])),
    ...(DISK_SIZES.includes(size) ? onDisk : {}),
  };
  const stock: Record<string, () => Sample> = STOCK_SIZES.includes(size) ? { 'stock synth': sample('stock synth', MEMORY) } : {};
  return size < STOCK_IS_SLOW ? inTurn({ ...cases, ...stock }, rounds) : { ...inTurn(cases, rounds), ...inTurn(stock, 1) };
}

function measureIntent(services: number): Record<string, Sample> {
  const sample = (name: string) => () => ownSample([node, worker, name, String(services), MEMORY]);
  return inTurn({ 'floor of intent': sample('floor of intent'), 'synth of intent': sample('synth of intent') }, rounds);
}

function measureStart(): Record<string, Sample> {
  const file = path.join(folder, 'service.yaml');
  writeFileSync(file, 'apiVersion: v1\nkind: Service\nmetadata: { name: web, namespace: shop }\nspec: { ports: [{ port: 80 }] }\n');
  const cli = 'bin/cdk8s-mesh';
  return inTurn({
    'node -e 0': () => wholeProcess([node, '-e', '0']),
    'cdk8s-mesh --version': () => wholeProcess([node, cli, '--version']),
    'cdk8s-mesh check, one file': () => wholeProcess([node, cli, 'check', file]),
    'npm run synth, without npm': () => wholeProcess([node, 'scripts/run.mjs', 'main.ts']),
    'npm run watch, from a change to its YAML': () => ownSample([node, watchWorker, path.join(folder, 'dist')]),
  }, rounds * 5);
}

function synthBars(): Bar[] {
  const at = (size: (typeof SIZES)[number], name: string): Sample => synth.get(size)![name];
  const ratio = (one: Sample, other: Sample): number => one.milliseconds / other.milliseconds;
  return [
    { name: 'synth, 20,000 objects against 2,000', value: ratio(at(20_000, 'synth'), at(2_000, 'synth')), limit: 12, unit: 'x' },
    { name: 'synth against js-yaml alone, 10,000 objects', value: ratio(at(10_000, 'synth'), at(10_000, 'floor')), limit: 2, unit: 'x' },
    { name: 'stock App.synth against synth, 2,000 charts', value: ratio(at(10_000, 'stock synth'), at(10_000, 'synth')), limit: 10, atLeast: true, unit: 'x' },
    { name: 'synth to disk against js-yaml alone, 10,000 objects', value: ratio(at(10_000, 'synth to disk'), at(10_000, 'floor')), unit: 'x' },
    { name: 'synth to disk against as many files alone', value: ratio(at(10_000, 'synth to disk'), at(10_000, 'as many files alone, to disk')), unit: 'x' },
    { name: 'memory of synth, 20,000 objects', value: at(20_000, 'synth').mebibytes, limit: 1024, unit: 'MiB' },
  ];
}

function intentBars(): Bar[] {
  const [few, many] = SERVICES.map(services => intent.get(services)!);
  return [
    { name: 'synth of intent, 500 services against 50', value: many['synth of intent'].milliseconds / few['synth of intent'].milliseconds, limit: 12, unit: 'x' },
    { name: 'synth of intent against js-yaml alone, 500 services', value: many['synth of intent'].milliseconds / many['floor of intent'].milliseconds, limit: 3, unit: 'x' },
  ];
}

function startBars(): Bar[] {
  const against = (name: string): number => start[name].milliseconds / start['node -e 0'].milliseconds;
  const againstSynth = (name: string): number => start[name].milliseconds / start['npm run synth, without npm'].milliseconds;
  return [
    { name: 'cdk8s-mesh --version against node -e 0', value: against('cdk8s-mesh --version'), limit: 3, unit: 'x' },
    { name: 'cdk8s-mesh check against node -e 0', value: against('cdk8s-mesh check, one file'), limit: 3, unit: 'x' },
    { name: 'npm run synth, without npm, against node -e 0', value: against('npm run synth, without npm'), limit: 6, unit: 'x' },
    { name: 'a render in watch mode against npm run synth', value: againstSynth('npm run watch, from a change to its YAML'), limit: 0.5, unit: 'x' },
  ];
}

function figures(): string {
  const line = (name: string, { milliseconds, mebibytes }: Sample): string =>
    `${name.padEnd(44)} ${milliseconds.toFixed(0).padStart(7)} ms${mebibytes > 0 ? ` ${mebibytes.toFixed(0).padStart(6)} MiB` : ''}`;
  return [
    ...[...synth, ...check].flatMap(([size, samples]) => Object.entries(samples).map(([name, sample]) => line(`${name}, ${size.toLocaleString('en')} objects`, sample))),
    ...[...intent].flatMap(([services, samples]) => Object.entries(samples).map(([name, sample]) => line(`${name}, ${services} services`, sample))),
    ...Object.entries(start).map(([name, sample]) => line(name, sample)),
  ].join('\n');
}

function option(name: string): string | undefined {
  const position = process.argv.indexOf(name);
  return position < 0 ? undefined : process.argv[position + 1];
}
