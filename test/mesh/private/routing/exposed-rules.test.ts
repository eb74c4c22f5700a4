import { HttpMethod, Match, PathMatch } from '../../../../lib';
import type { GatewayRoute } from '../../../../lib/mesh/private/gateways/gateway-intent';
import type { RuleIntent } from '../../../../lib/mesh/private/intent';
import { exposedRules, pathProblems } from '../../../../lib/mesh/private/routing/exposed-rules';

const destinations = [{ host: 'orders.shop.svc.cluster.local', port: 8080 }];
const rule = (name: string, match?: Match): RuleIntent => ({ name, alternatives: match?._alternatives ?? [], destinations });
const routeOf = (path: PathMatch | undefined, rules: RuleIntent[]): GatewayRoute => ({
  hostname: 'shop.example.com', name: 'orders', priority: 0, alternatives: path === undefined ? [] : Match.path(path)._alternatives, rules: () => rules,
});
const exposed = (path: PathMatch | undefined, ...rules: RuleIntent[]): [string, unknown][] => (
  exposedRules(routeOf(path, rules), { place: 'edge' }).map(({ name, alternatives }) => [name, alternatives])
);
const { below, exact, regex } = PathMatch;

test('every rule of the service holds at the gateway, within the paths that are exposed', () => {
  expect(exposed(below('/orders'), rule('testers', Match.header('x-canary', 'true')), rule('default'))).toEqual([
    ['orders-testers', Match.all(Match.path(below('/orders')), Match.header('x-canary', 'true'))._alternatives],
    ['orders', Match.path(below('/orders'))._alternatives],
  ]);
});

test('a rule for a part of the paths holds for that part, one for others is left out', () => {
  expect(exposed(below('/orders'), rule('report', Match.path(exact('/orders/report'))), rule('cart', Match.path(below('/cart'))), rule('default'))).toEqual([
    ['orders-report', Match.path(exact('/orders/report'))._alternatives],
    ['orders', Match.path(below('/orders'))._alternatives],
  ]);
});

test('what is exposed without a path keeps the rules as they are', () => {
  const match = Match.method(HttpMethod.GET);
  expect(exposed(undefined, rule('reads', match), rule('default'))).toEqual([['orders-reads', match._alternatives], ['orders', []]]);
});

test('what depends on callers inside of the mesh is left out, and the port of the service means nothing at a gateway', () => {
  expect(exposed(undefined, rule('team', Match.sourceNamespace('team')), rule('web', Match.sourceLabels({ app: 'web' })), rule('main', Match.port(8080)), rule('default')))
    .toEqual([['orders-main', []], ['orders', []]]);
});

test('where callers inside of the mesh come, too, what depends on them holds', () => {
  const team = Match.sourceNamespace('team');
  expect(exposedRules(routeOf(undefined, [rule('team', team), rule('default')]), { place: 'routes', isInside: true }).map(({ name, alternatives }) => [name, alternatives]))
    .toEqual([['orders-team', team._alternatives], ['orders', []]]);
});

test('fails where nobody can tell which paths of a rule are exposed', () => {
  const problem = 'edge: exposes PathMatch.regex("/orders.*"), and it is unclear which of these paths the route "bills" matches with PathMatch.below("/orders/bills"). Write one of them without a regular expression.';
  const rules = [rule('bills', Match.path(below('/orders/bills'))), rule('default')];
  expect(pathProblems(routeOf(regex('/orders.*'), rules), 'edge')).toEqual([problem]);
  expect(() => exposed(regex('/orders.*'), ...rules)).toThrow(new Error(problem));
});

test('of a rule for one of several, those hold that can', () => {
  expect(exposed(below('/orders'), rule('some', Match.any(Match.sourceNamespace('team'), Match.header('x-team', '1'))), rule('default'))[0])
    .toEqual(['orders-some', Match.all(Match.path(below('/orders')), Match.header('x-team', '1'))._alternatives]);
});
