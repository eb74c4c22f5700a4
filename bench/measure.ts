import { spawnSync } from 'node:child_process';

/** What one measured run took. */
export interface Sample {
  readonly milliseconds: number;
  readonly mebibytes: number;
}

/** Runs every case once per round, in turn, so that a slow moment of the machine hits all alike; gives the median of each case. */
export function inTurn<K extends string>(cases: Readonly<Record<K, () => Sample>>, rounds: number): Record<K, Sample> {
  const names = Object.keys(cases) as K[];
  const samples = new Map<K, Sample[]>(names.map(name => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    names.forEach(name => samples.get(name)!.push(cases[name]()));
  }
  return Object.fromEntries(names.map(name => [name, median(samples.get(name)!)])) as Record<K, Sample>;
}

/** Runs a command to its end; the time is that of the whole process, the memory is not known. */
export function wholeProcess(command: readonly string[]): Sample {
  const start = performance.now();
  run(command);
  return { milliseconds: performance.now() - start, mebibytes: 0 };
}

/** Runs a command that prints its own sample as the last line of its output. */
export function ownSample(command: readonly string[]): Sample {
  return JSON.parse(run(command).trim().split('\n').at(-1)!) as Sample;
}

function run([program, ...args]: readonly string[]): string {
  const { status, stdout, stderr, error } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: Infinity });
  if (error !== undefined || status !== 0) {
    throw new Error(`${[program, ...args].join(' ')}: ended with ${error?.message ?? `exit code ${status}`}. ${stderr ?? ''}`);
  }
  return stdout;
}

function median(samples: readonly Sample[]): Sample {
  const middle = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1];
  return { milliseconds: middle(samples.map(sample => sample.milliseconds)), mebibytes: Math.max(...samples.map(sample => sample.mebibytes)) };
}
