import { Match } from '../../../../lib/mesh/match';
import { routesAt, withoutPort } from '../../../../lib/mesh/private/routing/ruled-port';
import type { SaidRoute } from '../../../../lib/mesh/private/routing/said-of-traffic';

const route = (name: string, { _alternatives: alternatives }: Match): SaidRoute => (
  { name, alternatives, priority: 0, isFault: false, action: () => ({ destinations: [] }) }
);
const canary = Match.header('x-canary', 'true');
const routes = [
  route('all', canary),
  route('one', Match.all(Match.port(80), canary)),
  route('two', Match.all(Match.any(Match.port(80), Match.port(90)), canary)),
];

test('a port has the routes that name it, with what names it, and those that name none', () => {
  expect(routesAt(90, routes, true).map(({ name, alternatives }) => [name, alternatives.map(({ port }) => port)])).toEqual([['all', [undefined]], ['two', [90]]]);
});

test('routes that name no port may concern others', () => {
  expect(routesAt(80, routes, false).map(({ name }) => name)).toEqual(['one', 'two']);
});

test('of what comes to one port, the port tells nothing', () => {
  const [conditions] = Match.all(Match.port(80), canary)._alternatives;
  expect(withoutPort(conditions)).toEqual(canary._alternatives[0]);
});
