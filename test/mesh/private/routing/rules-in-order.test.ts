import { HttpMethod } from '../../../../lib/mesh/http-method';
import { Match } from '../../../../lib/mesh/match';
import { PathMatch } from '../../../../lib/mesh/path-match';
import { rulesInOrder } from '../../../../lib/mesh/private/routing/rules-in-order';

function route(name: string, match: Match): Parameters<typeof rulesInOrder>[0][number] {
  return { name, priority: 0, alternatives: match._alternatives, action: () => ({ destinations: [{ host: name, port: 80 }] }) };
}

const orders = Match.path(PathMatch.below('/orders'));
const search = Match.path(PathMatch.exact('/search'));
const get = Match.method(HttpMethod.GET);

test('rules come in order, each with what is done', () => {
  expect(rulesInOrder([route('reads', get), route('orders', orders)])).toEqual([
    { name: 'orders', alternatives: orders._alternatives, destinations: [{ host: 'orders', port: 80 }] },
    { name: 'reads', alternatives: get._alternatives, destinations: [{ host: 'reads', port: 80 }] },
  ]);
});

test('a route in several places gives rules with names of their own', () => {
  const rules = rulesInOrder([route('a', Match.any(search, get)), route('b', orders)]);
  expect(rules.map(({ name, alternatives }) => [name, alternatives])).toEqual([
    ['a', search._alternatives], ['b', orders._alternatives], ['a-2', get._alternatives],
  ]);
});

test('none of these is the name of another route', () => {
  const rules = rulesInOrder([route('a', Match.any(search, get)), route('b', orders), route('a-2', Match.path(PathMatch.exact('/other')))]);
  expect(rules.map(({ name }) => name)).toEqual(['a', 'a-2', 'b', 'a-3']);
});
