import fc from 'fast-check';
import { PathMatch } from '../../../../lib';
import { areComparable, narrowerPath } from '../../../../lib/mesh/private/routing/narrower-path';

const { below, exact, prefix, regex } = PathMatch;

test.each([
  [exact('/a'), below('/a'), exact('/a')],
  [exact('/ab'), below('/a'), undefined],
  [exact('/ab'), prefix('/a'), exact('/ab')],
  [exact('/a1'), regex('/a\\d'), exact('/a1')],
  [exact('/a'), exact('/b'), undefined],
  [below('/'), regex('/a.*'), regex('/a.*')],
  [prefix('/'), below('/a'), below('/a')],
  [below('/a'), below('/a/b'), below('/a/b')],
  [below('/a'), prefix('/a'), below('/a')],
  [prefix('/a'), below('/ab'), below('/ab')],
  [below('/a'), below('/b'), undefined],
])('%j and %j: %j', (a, b, expected) => {
  expect([narrowerPath(a, b), narrowerPath(b, a)]).toEqual([expected, expected]);
});

test('a path is taken by both exactly when it is taken by the narrower one', () => {
  const text = fc.array(fc.constantFrom('/a', '/b', '/ab', 'c'), { minLength: 1, maxLength: 3 }).map(parts => `/${parts.join('').replace(/^\//, '')}`);
  const match = fc.tuple(fc.constantFrom(below, exact, prefix), text).map(([make, path]) => make(path));
  fc.assert(fc.property(match, match, text, (a, b, path) => {
    expect(narrowerPath(a, b)?._takes(path) ?? false).toBe(a._takes(path) && b._takes(path));
  }));
});

test.each([
  [regex('/a.*'), below('/a'), false], [regex('/a.*'), regex('/b'), false], [regex('/a.*'), below('/'), true], [regex('/a.*'), exact('/a'), true], [below('/a'), prefix('/b'), true],
])('of %j and %j it is %s that one can tell what they have in common', (a, b, expected) => {
  expect([areComparable(a, b), areComparable(b, a)]).toEqual([expected, expected]);
});
