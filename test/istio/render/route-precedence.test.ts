import { HttpMethod, Match, PathMatch } from '../../../lib';
import { AT_GATEWAY } from '../../../lib/istio/render/refuse';
import { requirePrecedence } from '../../../lib/istio/render/route-precedence';
import type { RuleIntent } from '../../../lib/mesh/private/intent';

const rule = (name: string, match?: Match): RuleIntent => ({ name, alternatives: match?._alternatives ?? [], destinations: [] });
const checked = (...rules: RuleIntent[]) => (): void => requirePrecedence(rules, { place: 'shop/edge', otherwise: AT_GATEWAY });
const { below, exact, regex } = PathMatch;
const at = Match.path;

test('an order that is that of the API is kept', () => {
  const canary = Match.header('x-canary', 'true');
  expect(checked(
    rule('one', at(exact('/orders/7'))), rule('orders-testers', Match.all(at(below('/orders')), canary)), rule('orders', at(below('/orders'))),
    rule('reads', Match.all(Match.method(HttpMethod.GET), Match.query('v', '1'))), rule('get', Match.method(HttpMethod.GET)), rule('canary', canary), rule('v', Match.query('v', '1')), rule('web'),
  )).not.toThrow();
});

test('what no request fulfils both may stand in any order, and what is equal keeps the order of rules', () => {
  expect(checked(rule('web', at(below('/web'))), rule('orders', at(below('/orders/export'))))).not.toThrow();
  expect(checked(rule('a', Match.header('x-a', '1')), rule('b', Match.header('x-b', '1')), rule('web'))).not.toThrow();
  expect(checked(rule('numbers', at(regex('/[0-9]+'))), rule('web', at(below('/web'))))).toThrow();
});

const REASON = 'but the Kubernetes Gateway API tries the other first: exact paths, longer prefixes, regular expressions after "/", a method, more headers, more parameters. Use matches that do not overlap, or api: GatewayApi.ISTIO.';

test.each<[string, Match, Match | undefined]>([
  ['a regular expression before every path', at(regex('/items/[0-9]+')), undefined],
  ['a shorter prefix', at(below('/orders')), at(below('/orders/export'))],
  ['a prefix before an exact path', at(below('/orders')), at(exact('/orders'))],
  ['more conditions before a method', Match.all(Match.header('x-a', '1'), Match.header('x-b', '1')), Match.method(HttpMethod.GET)],
  ['two parameters before a header', Match.all(Match.query('a', '1'), Match.query('b', '1')), Match.header('x-a', '1')],
  ['a shorter pattern before a longer one', at(regex('/[a-z]+')), at(regex('/items/[0-9]+'))],
])('fails on %s', (_, first, second) => {
  expect(checked(rule('first', first), rule('second', second))).toThrow(new Error(`shop/edge: "first" must be tried before "second", ${REASON}`));
});
