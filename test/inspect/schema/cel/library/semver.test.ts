import { CelError } from '../../../../../lib/inspect/schema/cel/cel-error';
import { Semver } from '../../../../../lib/inspect/schema/cel/library/semver';

// In the order of semver.org, which brings these as its example.
const ORDERED = [
  '0.9.9', '1.0.0-alpha', '1.0.0-alpha.1', '1.0.0-alpha.beta', '1.0.0-beta', '1.0.0-beta.2', '1.0.0-beta.11', '1.0.0-rc.1', '1.0.0', '1.0.1', '1.9.0',
  '1.10.0', '2.0.0',
];

test('versions have an order', () => {
  const versions = ORDERED.map(Semver.parse);
  const orders = versions.map((left, place) => versions.map((right, other) => Math.sign(left.compareTo(right)) === Math.sign(place - other)));
  expect(orders.flat()).toEqual(Array(ORDERED.length ** 2).fill(true));
});

test('a version has three numbers', () => {
  expect(Semver.parse('1.22.333-a+b').numbers).toEqual([1n, 22n, 333n]);
});

test('what stands behind + does not count', () => {
  expect(Semver.parse('1.0.0+a').equals(Semver.parse('1.0.0+b'))).toBe(true);
});

test('two are equal when none is before the other', () => {
  expect([Semver.parse('1.0.0').equals(Semver.parse('1.0.0')), Semver.parse('1.0.0').equals(Semver.parse('1.0.0-a'))]).toEqual([true, false]);
  expect(() => Semver.parse('1.0.0').equals('1.0.0')).toThrow(new CelError('no such overload'));
});

test.each([['1.0'], ['v1.0.0'], ['01.0.0'], ['1.0.0-'], ['1.0.0-01'], ['1.0.0+'], ['1.0.0.0'], ['1.0.-1'], ['']])('fails on %j', text => {
  expect(() => Semver.parse(text)).toThrow(new CelError(`no semantic version: "${text}"`));
});

test.each([['v1.2.3', '1.2.3'], ['1', '1.0.0'], ['v1.2', '1.2.0'], ['01.002.0', '1.2.0'], ['1.2.3-a', '1.2.3-a']])('tolerantly read, %s is %s', (text, version) => {
  expect(Semver.parseTolerant(text).equals(Semver.parse(version))).toBe(true);
});

test.each([['1.2-a'], ['v'], ['1.2.3.4'], ['V1.2.3'], ['']])('even tolerantly, %j is no version', text => {
  expect(() => Semver.parseTolerant(text)).toThrow(CelError);
});
