import { Duration } from 'cdk8s';
import { durationText } from '../../../lib/mesh/private/duration-text';

test.each([
  [Duration.seconds(10), '10s'], [Duration.minutes(2), '120s'], [Duration.hours(1), '3600s'], [Duration.millis(1500), '1500ms'], [Duration.seconds(0.2), '200ms'],
  [Duration.millis(2000), '2s'], [Duration.millis(1), '1ms'],
])('%j is written %s', (duration, text) => {
  expect(durationText(duration)).toBe(text);
});

test('fails on what Istio cannot count', () => {
  expect(() => durationText(Duration.millis(0.5))).toThrow('0.5 must be a whole number of millis.');
});
