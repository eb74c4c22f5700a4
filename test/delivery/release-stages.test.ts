import { Duration } from 'cdk8s';
import { ReleaseStages, Weight } from '../../lib';

const values = (stages: ReleaseStages): number[] => stages.weights.map(({ value }) => value);

test('[F091] three stages by hand, or twenty of five minutes, which report how long they take', () => {
  expect(values(ReleaseStages.THREE)).toEqual([10, 50, 100]);
  expect(ReleaseStages.THREE.duration).toBeUndefined();
  expect(values(ReleaseStages.CAREFUL)).toEqual(Array.from({ length: 20 }, (_, index) => 5 * (index + 1)));
  expect([ReleaseStages.CAREFUL.duration?.toMinutes(), ReleaseStages.CAREFUL.stageDuration?.toSeconds()]).toEqual([100, 300]);
});

test.each([
  ['a first step of its own', { first: Weight.percent(1), step: Weight.percent(25) }, [1, 26, 51, 76, 100]],
  ['a step that does not end at a hundred', { step: Weight.percent(30) }, [30, 60, 90, 100]],
  ['one step', { step: Weight.percent(100) }, [100]],
])('steps end with all requests: %s', (_what, steps, expected) => {
  expect(values(ReleaseStages.stepped({ ...steps, interval: Duration.minutes(1) }))).toEqual(expected);
});

test.each([[[50, 10, 100]], [[10, 50]], [[0, 100]], [[50, 50, 100]], [[]]])('shares that do not grow to a hundred are refused: %j', percents => {
  expect(() => ReleaseStages.of(...percents)).toThrow(new Error(
    `ReleaseStages.of(${percents.join(', ')}): the shares must increase from stage to stage, start at 1 percent or more, and end with 100. Write for example: ReleaseStages.of(10, 50, 100).`,
  ));
});

test('a step of nothing is refused', () => {
  expect(() => ReleaseStages.stepped({ step: Weight.percent(0) })).toThrow('ReleaseStages.stepped: a step of 0 percent makes no progress. Use at least 1 percent: Weight.percent(5).');
});
