// Real processes and a real `kill -9`: at moments that are spread over the whole run, most of them over the time in which it publishes.
import { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { ChildProgram } from '../../support/child-program';
import { temporaryFolder } from '../../support/folder';
import { Edition, shop } from './shop';
import { expectNothingLost, State, stateOf } from './two-states';

const KILLS = 200;
const SERVICES = 12;

const temporary = temporaryFolder();
const renderShop = new ChildProgram('test/synth/nothing-is-lost/render-shop.ts');

/** When to kill a run: before or after it begins to publish, and how far into that time; and what the next run renders. */
const someMoment = fc.record({
  isPublishing: fc.oneof({ weight: 3, arbitrary: fc.constant(true) }, { weight: 1, arbitrary: fc.constant(false) }),
  fraction: fc.noBias(fc.integer({ min: 0, max: 1000 })).map(thousandths => thousandths / 1000),
  next: fc.constantFrom<Edition>('old', 'new'),
});

function start(edition: Edition, outdir: string): ChildProcess {
  return renderShop.start([edition, outdir, String(SERVICES)]);
}

function stateAfter(edition: Edition, outdir: string): State {
  shop(edition, { outdir, services: SERVICES }).synth();
  return stateOf(outdir);
}

/** How long a run takes in milliseconds: until it begins to publish, and to publish. */
async function measure(outdir: string): Promise<{ readonly until: number; readonly publishing: number }> {
  const child = start('new', outdir);
  const times: Record<string, number> = { start: performance.now() };
  child.stdout!.on('data', (lines: Buffer) => lines.toString().trim().split('\n').forEach(line => times[line] = performance.now()));
  await once(child, 'close');
  rmSync(outdir, { recursive: true });
  return { until: times.publishing - times.start, publishing: times.published - times.publishing };
}

test(`nothing is lost when a run is killed at any of ${KILLS} random moments, and the next run gives exactly its output`, async () => {
  const times = await measure(path.join(temporary.path, 'measured'));
  const states = { old: stateAfter('old', path.join(temporary.path, 'old')), new: stateAfter('new', path.join(temporary.path, 'new')) };
  const moments = fc.sample(someMoment, { numRuns: KILLS, seed: 20 });
  const killed = { before: 0, while: 0, after: 0 };

  const lane = async (outdir: string): Promise<void> => {
    let current: Edition = 'old';
    stateAfter(current, outdir);
    for (let moment = moments.pop(); moment !== undefined; moment = moments.pop()) {
      const other: Edition = current === 'old' ? 'new' : 'old';
      const child = start(other, outdir);
      const closed = once(child, 'close');
      if (moment.isPublishing) {
        await Promise.race([once(child.stdout!, 'data'), closed]);
      }
      await setTimeout(moment.fraction * (moment.isPublishing ? times.publishing : times.until));
      child.kill('SIGKILL');
      await closed;

      const left = stateOf(outdir);
      expectNothingLost(left, states[current], states[other]);
      killed[isDeepStrictEqual(left, states[current]) ? 'before' : isDeepStrictEqual(left, states[other]) ? 'after' : 'while'] += 1;

      expect(stateAfter(moment.next, outdir)).toEqual(states[moment.next]);
      current = moment.next;
    }
  };
  await Promise.all([lane(path.join(temporary.path, 'one')), lane(path.join(temporary.path, 'two'))]);

  console.log(`killed before publishing: ${killed.before}, while publishing: ${killed.while}, after publishing: ${killed.after}`);
  expect(killed.before + killed.while + killed.after).toBe(KILLS);
  expect(killed.while).toBeGreaterThanOrEqual(KILLS / 4);
}, 120_000);
