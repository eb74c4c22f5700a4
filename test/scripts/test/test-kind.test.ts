import { existsSync } from 'node:fs';
import path from 'node:path';
import { countKinds, testKind } from '../../../scripts/test/test-kind';

const file = (name: string): string => path.resolve('test', name);

test.each([
  ['docs/documentation.test.ts', 'documentation'],
  ['examples.test.ts', 'snapshots and examples'],
  ['imports/lock.test.ts', 'imports'],
  ['main.test.ts', 'snapshots and examples'],
  ['meta/packages.test.ts', 'meta'],
  ['package/contents.test.ts', 'package'],
  ['scenarios.test.ts', 'scenarios'],
  ['scripts/imports/lock.test.ts', 'unit tests'],
  ['cdk8s-synth.test.ts', 'unit tests'],
])('the kind of %s is %s', (name, kind) => {
  expect(existsSync(file(name))).toBe(true);
  expect(testKind(file(name))).toBe(kind);
});

test('kinds are counted and sorted', () => {
  const files = ['scenarios.test.ts', 'docs/a.test.ts', 'synth/b.test.ts', 'docs/a.test.ts'].map(file);
  expect(countKinds(files)).toBe('2 in documentation, 1 in scenarios, 1 in unit tests');
});
