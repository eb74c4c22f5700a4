import { looseDuration } from '../../../../lib/inspect/schema/syntax/loose-duration';

test.each([
  ['5 minutes', 300_000_000_000n],
  ['1 week 3 Hours', 615_600_000_000_000n],
  ['in 2d and 1hr', 176_400_000_000_000n],
  ['1ns 1us 1µs 1microsecond 1ms 1millis', 2_003_001n],
  ['7 x 12 34 sec', 34_000_000_000n],
  ['1.5s', 5_000_000_000n],
])('%s takes %d nanoseconds', (text, nanoseconds) => {
  expect(looseDuration(text)).toBe(nanoseconds);
});

test.each(['', '5', 's', '5 x', 'five minutes', '5 - s', '5 hrs'])('no duration is in %j', text => {
  expect(looseDuration(text)).toBeUndefined();
});

test.each([
  ['digits', '1'.repeat(200_000)],
  ['blanks', `1${' '.repeat(200_000)}`],
  ['numbers', '1 '.repeat(100_000)],
  ['letters', `1${'x'.repeat(200_000)}`],
])('a hostile text of many %s takes no longer than others', (_, text) => {
  const start = performance.now();
  expect(looseDuration(`${text}!`)).toBeUndefined();
  expect(performance.now() - start).toBeLessThan(1000);
});
