import { Duration } from 'cdk8s';
import { requireTime } from '../../../lib/mesh/private/require-time';

test.each([[undefined], [Duration.millis(1)], [Duration.days(2)]])('%p passes', time => {
  expect(() => requireTime(time, 'milliseconds', 'wait')).not.toThrow();
});

test('fails when it is nothing, or less than one', () => {
  expect(() => requireTime(Duration.millis(0), 'milliseconds', 'wait'))
    .toThrow(new Error('wait cannot be 0 milliseconds. Use a whole number of milliseconds, at least one.'));
  expect(() => requireTime(Duration.millis(999), 'seconds', 'wait'))
    .toThrow(new Error('wait cannot be 999 milliseconds. Use a whole number of seconds, at least one.'));
});
