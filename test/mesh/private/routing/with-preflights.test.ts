import { HttpMethod, Match, PathMatch, TextMatch } from '../../../../lib';
import type { RuleIntent } from '../../../../lib/mesh/private/intent';
import { withPreflights } from '../../../../lib/mesh/private/routing/with-preflights';

const orders = Match.path(PathMatch.below('/orders'));
const rule = (match: Match): RuleIntent => ({ name: 'one', alternatives: match._alternatives, destinations: [], cors: { origins: [TextMatch.exact('*')] } });
const preflight = (method: HttpMethod): Match => Match.all(Match.method(HttpMethod.OPTIONS), Match.header('access-control-request-method', method));

test('beside each method stand the preflights that ask for it', () => {
  expect(withPreflights(rule(Match.all(orders, Match.method(HttpMethod.GET)))).alternatives).toEqual([
    ...Match.all(orders, Match.method(HttpMethod.GET))._alternatives, ...Match.all(orders, preflight(HttpMethod.GET))._alternatives,
  ]);
  expect(withPreflights(rule(Match.method(HttpMethod.GET, HttpMethod.PUT))).alternatives).toHaveLength(4);
});

test.each([
  ['takes every method', orders],
  ['takes preflights as they are', Match.method(HttpMethod.OPTIONS)],
  ['asks for a header, which preflights lack', Match.all(Match.method(HttpMethod.GET), Match.header('x-a', '1'))],
])('a rule that %s stays as it is', (_, match) => {
  expect(withPreflights(rule(match))).toEqual(rule(match));
});

test('a rule without a policy stays as it is', () => {
  const alternatives = Match.method(HttpMethod.GET)._alternatives;
  const rules: RuleIntent[] = [{ name: 'one', alternatives, destinations: [] }, { name: 'two', alternatives, response: { status: 410 } }];
  expect(rules.map(withPreflights)).toEqual(rules);
});
