import { outcome } from '../../../../support/cel-outcome';

// As Kubernetes 1.33 documents them: the server that all else is held against does not know them yet.
test.each([
  ['isSemver("1.0.0")', true], ['isSemver("v1.0")', false], ['isSemver("v1.0", true)', true], ['isSemver("v1.0", false)', false],
  ['semver("1.2.3").major()', 1n], ['semver("1.2.3").minor()', 2n], ['semver("1.2.3").patch()', 3n], ['semver("v1.2", true).patch()', 0n],
  ['semver("1.2.3").compareTo(semver("2.0.0"))', -1n], ['semver("1.2.3").compareTo(semver("1.2.3"))', 0n],
  ['semver("1.2.3").isLessThan(semver("1.10.0"))', true], ['semver("1.2.3").isGreaterThan(semver("1.10.0"))', false],
  ['semver("1.2.3") == semver("1.2.3")', true],
  ['semver("1")', 'error: no semantic version: "1"'],
])('%s is %p', (expression, expected) => {
  expect(outcome(expression)).toBe(expected);
});
