import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { MeshApp } from '../lib';
import { Bar } from './bars';
import { inTurn, ownSample, Sample } from './measure';
import { fill, OBJECTS_PER_CHART } from './sample-app';

const SIZES = [OBJECTS_PER_CHART, 2_500, 25_000] as const;

/** What was measured at one number of objects. */
export type CheckSamples = Readonly<Record<'check' | 'js-yaml reads', Sample>>;

/** Checks the objects that synth renders, in a file each size, with the built program and every check. */
export function measureCheck(folder: string, rounds: number): Map<number, CheckSamples> {
  const node = process.execPath;
  return new Map(SIZES.map(size => {
    const file = path.join(folder, `${size}-objects.yaml`);
    writeFileSync(file, fill(new MeshApp(), size).synthYaml());
    return [size, inTurn({
      'check': () => ownSample([node, '--require', './bench/sample-at-exit.cjs', 'bin/cdk8s-mesh', 'check', file]),
      'js-yaml reads': () => ownSample([node, 'bench/read-worker.cjs', file]),
    }, rounds)];
  }));
}

/** The time of a check is that of the whole process; its start, which is the same at any size, must not make growth look small. */
export function checkBars(samples: ReadonlyMap<number, CheckSamples>): Bar[] {
  const [start, small, large] = SIZES.map(size => samples.get(size)!);
  const beyondStart = ({ check }: CheckSamples): number => check.milliseconds - start.check.milliseconds;
  return [
    { name: 'check, 25,000 objects against 2,500', value: beyondStart(large) / beyondStart(small), limit: 12, unit: 'x' },
    // docs/decisions/0012-one-thread.md tells what keeps it near.
    {
      name: 'check against js-yaml alone, 25,000 objects', value: large.check.milliseconds / large['js-yaml reads'].milliseconds, limit: 3, unit: 'x',
    },
    { name: 'memory of check, 25,000 objects', value: large.check.mebibytes, limit: 1024, unit: 'MiB' },
  ];
}
