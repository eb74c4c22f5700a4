import { HttpMethod, Match, PathMatch, TextMatch } from '../../../../lib';
import { ANY_REQUEST } from '../../../../lib/mesh/private/routing/conditions';
import { takesEvery } from '../../../../lib/mesh/private/routing/takes-every';

const METHODS = Object.values(HttpMethod);
const below = Match.path(PathMatch.below('/a'));

test('no alternative takes nothing', () => {
  expect([takesEvery([]), takesEvery([ANY_REQUEST])]).toEqual([false, true]);
});

test.each<[string, Match]>([
  ...['/.*', '.*', '^/.*$', '.+', '(/.*)', '/(.*)', '(?:/.*?)'].map((pattern): [string, Match] => [pattern, Match.path(PathMatch.regex(pattern))]),
  ['every prefix', Match.path(PathMatch.prefix('/'))],
  ['all methods', Match.method(...METHODS)],
  ['a value of a header, and no such one', Match.any(Match.header('a', 'b'), Match.withoutHeader('a', TextMatch.exact('b')))],
  ['a header, and none', Match.any(Match.headerMatching('a', TextMatch.present()), Match.withoutHeader('a'))],
  ['some methods with a header, and all without', Match.any(Match.header('a', 'b'), ...METHODS.map(each => Match.all(Match.method(each), Match.withoutHeader('a', TextMatch.exact('b')))))],
])('%s: takes every request', (_, match) => {
  expect(takesEvery(match._alternatives)).toBe(true);
});

test.each<[string, Match]>([
  ...['/.+', '(/.)*', '/.*a', '/a.*'].map((pattern): [string, Match] => [pattern, Match.path(PathMatch.regex(pattern))]),
  ['all methods but one', Match.method(...METHODS.slice(1))],
  ['all methods of one path', Match.all(Match.method(...METHODS), below)],
  ['a value of a header, and no other one', Match.any(Match.header('a', 'b'), Match.withoutHeader('a', TextMatch.exact('c')))],
  ['a value of a header, and no such one of a path', Match.any(Match.header('a', 'b'), Match.all(Match.withoutHeader('a', TextMatch.exact('b')), below))],
  ['a parameter', Match.query('a', 'b')],
])('%s: leaves some', (_, match) => {
  expect(takesEvery(match._alternatives)).toBe(false);
});
