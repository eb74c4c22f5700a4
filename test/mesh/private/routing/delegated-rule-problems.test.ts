import { Match, PathMatch, TextMatch } from '../../../../lib';
import { delegatedRuleProblems } from '../../../../lib/mesh/private/routing/delegated-rule-problems';

const problemsOf = (match: Match, path?: PathMatch): string[] => (
  delegatedRuleProblems({ name: 'orders', alternatives: match._alternatives, destinations: [] }, { hostname: 'shop.example.com', path })
);
const pattern = TextMatch.regex('a+');

test.each([
  Match.path(PathMatch.regex('/a+')), Match.authority(pattern), Match.headerMatching('x-a', pattern), Match.queryMatching('a', pattern),
  Match.withoutHeader('x-a', pattern),
])('a regular expression is a problem', match => {
  expect(problemsOf(match)).toEqual([expect.stringMatching(/^compares with a regular expression, /)]);
});

test.each([Match.header('x-a', '1'), Match.headerMatching('x-a', TextMatch.prefix('a')), Match.headerMatching('x-a', TextMatch.present())])('other comparisons are none', match => {
  expect(problemsOf(match, PathMatch.below('/orders'))).toEqual([]);
});

test.each([
  [PathMatch.below('/orders'), 0], [PathMatch.exact('/orders/a'), 0], [PathMatch.prefix('/orders/'), 0], [PathMatch.prefix('/orders'), 1], [PathMatch.below('/'), 1],
])('%j has %i problems below /orders', (path, count) => {
  expect(problemsOf(Match.path(path), PathMatch.below('/orders'))).toHaveLength(count);
});
