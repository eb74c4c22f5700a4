import fc from 'fast-check';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { ANY_REQUEST } from '../../../../lib/mesh/private/routing/conditions';
import { covers } from '../../../../lib/mesh/private/routing/covers';
import * as support from '../../../support/mesh-request';

test('[F023] whoever covers another takes every request that the other takes', () => {
  let covered = 0;
  fc.assert(fc.property(support.someConditions, support.someConditions, support.someRequest, (a, b, request) => {
    const isCovered = covers(a, b) && support.fulfils(request, b);
    covered += Number(isCovered);
    expect(isCovered && !support.fulfils(request, a)).toBe(false);
  }), { numRuns: 20_000, seed: 23 });
  expect(covered).toBeGreaterThan(100);
});

const { below, exact, prefix, regex } = PathMatch;

test.each<[PathMatch, PathMatch | undefined, boolean]>([
  [regex('/.*'), undefined, true],
  [regex('/.*'), below('/a'), true],
  [prefix('/orders/'), regex('/orders/[0-9]+'), true],
  [below('/orders'), regex('/orders/[0-9]+'), true],
  [prefix('/orders'), regex('/orders|/a'), false],
  [prefix('/orders'), regex('/orders?'), false],
  [prefix('/orders'), regex('(a|b)'), false],
  [below('/a'), below('/a/b'), true],
  [below('/a'), prefix('/a'), false],
  [prefix('/a'), below('/a'), true],
  [below('/a'), prefix('/a/'), true],
  [regex('/a/.*'), exact('/a/b'), true],
  [regex('/a.*'), below('/a'), false],
  [exact('/a'), below('/a'), false],
])('%j before %j: %s', (a, b, expected) => {
  expect(covers({ ...ANY_REQUEST, path: a }, { ...ANY_REQUEST, path: b })).toBe(expected);
});
