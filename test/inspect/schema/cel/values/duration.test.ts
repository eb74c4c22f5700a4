import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Duration, toDuration } from '../../../../../lib/inspect/schema/cel/values/duration';

test.each([
  ['1s', 1_000_000_000n], ['1h30m', 5_400_000_000_000n], ['1.5s', 1_500_000_000n], ['-1.5h', -5_400_000_000_000n], ['+1ms', 1_000_000n],
  ['0', 0n], ['-0', 0n], ['.5s', 500_000_000n], ['1.s', 1_000_000_000n], ['1us', 1_000n], ['1µs', 1_000n], ['1μs', 1_000n], ['7ns', 7n],
  ['1.9999999999s', 1_999_999_999n], ['1s1s', 2_000_000_000n], ['-2562047h47m16.854775808s', -(2n ** 63n)],
])('%s has %d nanoseconds', (text, nanoseconds) => {
  expect(Duration.parse(text)?.nanoseconds).toBe(nanoseconds);
});

test.each([[''], ['1'], ['s'], ['.s'], ['1d'], ['1s '], ['1 s'], ['--1s'], ['1S'], ['1s-1s'], ['2562047h47m16.854775808s']])('%j is no duration', text => {
  expect(Duration.parse(text)).toBeUndefined();
  expect(() => toDuration(text)).toThrow(new CelError('type conversion error from \'string\' to \'google.protobuf.Duration\''));
});

test('a duration has 64 bits', () => {
  expect(() => Duration.of(2n ** 63n)).toThrow(new CelError('integer overflow'));
});

test('its units are whole, towards zero', () => {
  const duration = toDuration('-1h30m59.5s');
  expect([duration.in('h'), duration.in('m'), duration.in('s'), duration.in('ms')]).toEqual([-1n, -90n, -5459n, -5_459_500n]);
});

test('its text is in seconds', () => {
  expect(['1h', '-1.5s', '1ns', '0', '1m0.000001s'].map(text => toDuration(text).text())).toEqual(['3600s', '-1.5s', '0.000000001s', '0s', '60.000001s']);
});

test('two durations are equal when they are equally long', () => {
  expect([toDuration('60s'), toDuration('61s'), 60n].map(other => toDuration('1m').equals(other))).toEqual([true, false, false]);
});
