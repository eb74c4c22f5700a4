import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { toDuration } from '../../../../../lib/inspect/schema/cel/values/duration';
import { Timestamp } from '../../../../../lib/inspect/schema/cel/values/timestamp';

const OVERFLOW = new CelError('timestamp overflow');

test.each([
  ['1970-01-01T00:00:00Z', 0n],
  ['1970-01-01T00:00:01.5Z', 1_500_000_000n],
  ['1970-01-01T01:00:00+01:00', 0n],
  ['1969-12-31T23:30:00-00:30', 0n],
  ['1969-12-31T23:59:59.999999999Z', -1n],
  ['1970-01-01T00:00:00.0000000019Z', 1n],
  ['2024-02-29T00:00:00Z', 1_709_164_800_000_000_000n],
])('%s is %d nanoseconds after 1970', (text, nanoseconds) => {
  expect(Timestamp.parse(text)?.nanoseconds).toBe(nanoseconds);
});

test.each([[''], ['1970-01-01'], ['1970-01-01T00:00:00'], ['2023-02-29T00:00:00Z'], ['1970-01-01T24:00:00Z'], ['1970-01-01 00:00:00Z']])('%j is no moment', text => {
  expect(Timestamp.parse(text)).toBeUndefined();
});

test('a moment lies in the years 1 to 9999', () => {
  expect(Timestamp.parse('9999-12-31T23:59:59.999999999Z')?.text()).toBe('9999-12-31T23:59:59.999999999Z');
  expect(() => Timestamp.parse('9999-12-31T23:59:59-00:01')).toThrow(OVERFLOW);
  expect(() => Timestamp.of(-62_135_596_800_000_000_001n)).toThrow(OVERFLOW);
  expect(() => Timestamp.parse('9999-12-31T23:59:59Z')!.plus(toDuration('1s'))).toThrow(OVERFLOW);
});

test('its text keeps the offset, and no zeros behind the fraction', () => {
  expect(['2024-01-01T00:00:00.120Z', '2024-01-01T00:00:00+05:30', '2024-01-01T00:00:00-00:30', '0001-01-01T00:00:00Z'].map(text => Timestamp.parse(text)!.text()))
    .toEqual(['2024-01-01T00:00:00.12Z', '2024-01-01T00:00:00+05:30', '2024-01-01T00:00:00-00:30', '0001-01-01T00:00:00Z']);
});

test('seconds and milliseconds are rounded towards the past', () => {
  const moment = Timestamp.of(-1n);
  expect([moment.seconds, moment.milliseconds]).toEqual([-1n, -1]);
});

test('moments and durations add up', () => {
  const moment = Timestamp.parse('2024-02-28T12:00:00+01:00')!;
  expect(moment.plus(toDuration('24h')).text()).toBe('2024-02-29T12:00:00+01:00');
  expect(moment.minus(toDuration('1h')).text()).toBe('2024-02-28T11:00:00+01:00');
  expect(moment.since(Timestamp.parse('2024-02-28T10:00:00Z')!).text()).toBe('3600s');
});

test('fails when a difference is too long for a duration', () => {
  const [first, last] = ['0001-01-01T00:00:00Z', '9999-01-01T00:00:00Z'].map(text => Timestamp.parse(text)!);
  expect(() => last.since(first)).toThrow(new CelError('integer overflow'));
});

test('two are equal when they are the same moment, in whatever zone', () => {
  const moment = Timestamp.of(0n);
  expect([moment.equals(Timestamp.parse('1970-01-01T01:00:00+01:00')!), moment.equals(Timestamp.of(1n)), moment.equals(0n)]).toEqual([true, false, false]);
});
