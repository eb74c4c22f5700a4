import path from 'node:path';
import { Exclusions } from '../../lib/cli/exclusions';

test.each([
  ['k8s/values.yaml', './k8s/values.yaml'],
  ['./k8s/values.yaml', 'k8s/values.yaml'],
  ['k8s/charts/', 'k8s/charts'],
  ['k8s/charts', 'k8s/charts/shop/a.yaml'],
  ['k8s/*.json', 'k8s/shop/tsconfig.json'],
  ['*/charts', 'k8s/shop/charts/a.yaml'],
  ['**/tsconfig.json', 'tsconfig.json'],
  ['k8s/**/a.yaml', 'k8s/a.yaml'],
  ['k8s/**/a.yaml', 'k8s/shop/dev/a.yaml'],
  ['k8s/**', 'k8s/shop/a.yaml'],
  ['../other', path.join('..', 'other', 'a.yaml')],
  [path.resolve('k8s'), 'k8s/a.yaml'],
  ['k8s', path.resolve('k8s/a.yaml')],
  ['v?.yaml', 'v1.yaml'],
])('%j leaves out %j', (glob, place) => {
  expect(new Exclusions([glob]).leaveOut(place)).toBe(true);
});

test.each([
  ['charts', 'k8s/charts/a.yaml'],
  ['k8s/chart', 'k8s/charts/a.yaml'],
  ['a.yaml', 'aayaml'],
  ['**/a.yaml', 'ba.yaml'],
])('%j does not leave out %j', (glob, place) => {
  expect(new Exclusions([glob]).leaveOut(place)).toBe(false);
});

test('without globs nothing is left out, and nothing is to be said', () => {
  const exclusions = new Exclusions([]);
  expect([exclusions.leaveOut('a.yaml'), exclusions.notes]).toEqual([false, []]);
});

test('each glob that left out nothing is told, and of two that leave out the same, neither', () => {
  const exclusions = new Exclusions(['a*', 'b', 'a.yaml']);
  exclusions.leaveOut('a.yaml');
  expect(exclusions.notes).toEqual(['--exclude \'b\' excluded nothing: no such file or folder is in the input']);
});
