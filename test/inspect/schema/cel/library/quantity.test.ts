import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Quantity } from '../../../../../lib/inspect/schema/cel/library/quantity';

test.each([
  ['1', 1n], ['-1', -1n], ['+1', 1n], ['1k', 1000n], ['1Ki', 1024n], ['1e3', 1000n], ['1E3', 1000n], ['1E', 10n ** 18n], ['5.0', undefined], ['0', 0n],
  ['100m', undefined], ['1.5Gi', undefined], ['9223372036854775807', undefined], ['1Pi', undefined], ['10E', undefined],
])('%s is kept as the integer %p', (text, integer) => {
  expect(Quantity.parse(text).integer).toBe(integer);
});

test.each([
  ['1.5Gi', '1610612736'], ['1000m', '1'], ['0.0000000001', '1n'], ['-0.0000000001', '-1n'], ['1u', '1000n'], ['10E', '10000P'], ['.5', '500m'], ['1.', '1'],
  ['8Ei', '9223372036854775807'], ['9Ei', '8Ei'], ['1Pi', '1125899906842624'],
])('%s is as much as %s', (one, other) => {
  expect(Quantity.parse(one).compareTo(Quantity.parse(other))).toBe(0n);
});

test.each([['1', '2'], ['-2', '-1'], ['999m', '1'], ['1k', '1Ki'], ['-1n', '0'], ['1E', '1Ei']])('%s is less than %s', (one, other) => {
  const [less, more] = [one, other].map(Quantity.parse);
  expect([less.compareTo(more), more.compareTo(less)]).toEqual([-1n, 1n]);
});

test('a quantity has a sign and a value that may not be exact', () => {
  expect(['-1Gi', '0', '1m'].map(text => Quantity.parse(text).sign)).toEqual([-1n, 0n, 1n]);
  expect(['1.5Gi', '1n', '-1e3', '0.2'].map(text => Quantity.parse(text).approximation)).toEqual([1_610_612_736, 1e-9, -1000, 0.2]);
});

test('quantities add up', () => {
  const [a, b] = ['1k', '1m'].map(Quantity.parse);
  expect([a.plus(b).approximation, a.minus(b).approximation, a.minus(a).integer]).toEqual([1000.001, 999.999, 0n]);
});

test('a sum that is too large for 64 bits is no integer any more', () => {
  const large = Quantity.parse('9E');
  expect([large.integer, large.plus(large).integer, large.plus(large).compareTo(Quantity.parse('18E'))]).toEqual([9n * 10n ** 18n, undefined, 0n]);
});

test('two are equal when they are as much, unless the right one was computed', () => {
  const one = Quantity.parse('1');
  expect([one.equals(Quantity.parse('1000m')), one.equals(Quantity.parse('2')), one.plus(one).equals(Quantity.parse('2'))]).toEqual([true, false, true]);
  expect(() => Quantity.parse('2').equals(one.plus(one))).toThrow(new CelError('no such overload'));
  expect(() => one.equals(1n)).toThrow(new CelError('no such overload'));
});

test.each([
  ['', 'quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\''],
  ['1.2.3', 'quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\''],
  ['1 k', 'quantities must match the regular expression \'^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$\''],
  ['1kk', 'unable to parse quantity\'s suffix'],
  ['1e99999', 'unable to parse quantity\'s suffix'],
  ['Ei', 'unable to parse numeric part of quantity'],
])('fails on %j: %s', (text, message) => {
  expect(() => Quantity.parse(text)).toThrow(new CelError(message));
});

test.each([
  ['zeros', '0'.repeat(100_000)],
  ['digits', '1'.repeat(100_000)],
  ['digits behind a point', `.${'1'.repeat(100_000)}`],
  ['units', `1${'e'.repeat(100_000)}`],
])('a hostile text of many %s takes no longer than others', (_, text) => {
  const start = performance.now();
  expect(() => Quantity.parse(`${text}!`)).toThrow(CelError);
  expect(performance.now() - start).toBeLessThan(1000);
});
