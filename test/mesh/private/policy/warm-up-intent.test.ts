import { Duration } from 'cdk8s';
import { Percent } from '../../../../lib/mesh/percent';
import { warmUpIntent } from '../../../../lib/mesh/private/policy/warm-up-intent';

test('[F026] a warm-up has a duration, and what else is said', () => {
  const warmUp = { duration: Duration.seconds(60), aggression: 0.5, minimumPercent: Percent.of(0) };
  expect(warmUpIntent(warmUp, 'LoadBalancing.roundRobin')).toEqual(warmUp);
});

test.each([
  ['warmUp.duration cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.', { duration: Duration.seconds(0) }],
  ['warmUp.aggression cannot be 0. Use a number above 0; 1 grows steadily.', { duration: Duration.seconds(1), aggression: 0 }],
  ['warmUp.aggression cannot be Infinity. Use a number above 0; 1 grows steadily.', { duration: Duration.seconds(1), aggression: Infinity }],
])('fails: %s', (problem, warmUp) => {
  expect(() => warmUpIntent(warmUp, 'LoadBalancing.roundRobin')).toThrow(new Error(`LoadBalancing.roundRobin: ${problem}`));
});
