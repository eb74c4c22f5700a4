import { checkBars, CheckSamples } from '../../bench/check';
import { Sample } from '../../bench/measure';

function samples(check: Sample, reading: number): CheckSamples {
  return { check, 'js-yaml reads': { milliseconds: reading, mebibytes: 0 } };
}

test('growth leaves out the start of the process, the ratio to js-yaml does not', () => {
  const bars = checkBars(new Map([
    [5, samples({ milliseconds: 100, mebibytes: 50 }, 1)],
    [2_500, samples({ milliseconds: 300, mebibytes: 90 }, 80)],
    [25_000, samples({ milliseconds: 1_900, mebibytes: 350 }, 950)],
  ]));
  expect(bars.map(({ name, value }) => [name, value])).toEqual([
    ['check, 25,000 objects against 2,500', 9],
    ['check against js-yaml alone, 25,000 objects', 2],
    ['memory of check, 25,000 objects', 350],
  ]);
});
