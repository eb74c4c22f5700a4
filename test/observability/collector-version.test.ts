import { CollectorVersion } from '../../lib';

test('a version is a number', () => {
  expect(CollectorVersion.of('0.150.1').version).toBe('0.150.1');
});

test.each([
  ['latest', 'is not a collector version. Use three numbers, such as "0.144.0".'],
  ['v0.144.0', 'is not a collector version. Use three numbers, such as "0.144.0".'],
  ['0.91.0', 'versions before 0.111.0 have a different configuration. Use a newer one, such as "0.144.0".'],
])('[F067] %s is refused', (version, problem) => {
  expect(() => CollectorVersion.of(version)).toThrow(`CollectorVersion.of("${version}"): ${problem}`);
});
