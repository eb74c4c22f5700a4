import { AdoptedService, HttpMethod, Match, MeshService, PathMatch, Percent, RouteDelegate, Traffic } from '../../../../lib';
import { everyRequestProblem, RouteVerb, wholeOf } from '../../../../lib/mesh/private/routing/every-request-problem';
import { shopChart } from '../../../support/shop-chart';

const ALL = Match.path(PathMatch.below('/'));

test.each<[string, Match, ReturnType<typeof wholeOf>]>([
  ['everything', ALL, { port: undefined }],
  ['one port', Match.port(80), { port: 80 }],
  ['all methods of a port', Match.all(Match.port(80), Match.method(...Object.values(HttpMethod))), { port: 80 }],
  ['some of a port', Match.all(Match.port(80), Match.header('a', 'b')), undefined],
])('tells of which requests nothing is left: %s', (_, match, whole) => {
  expect(wholeOf(match._alternatives)).toEqual(whole);
});

test.each<[RouteVerb, (traffic: Traffic, service: AdoptedService) => void, string]>([
  ['route', (traffic, service) => traffic.route('r', ALL, service), 'Narrow the match, or use sendTo for the remaining requests.'],
  ['redirect', traffic => traffic.redirect('r', ALL, { host: 'a.example.com' }), 'Narrow the match, or redirect a whole hostname of a gateway: gateway.redirect("shop.example.com", {...}).'],
  ['respond', traffic => traffic.respond('r', ALL, { status: 503 }), 'Narrow the match, or answer for a whole hostname of a gateway: gateway.respond("shop.example.com", {...}).'],
  ['injectFault', traffic => traffic.injectFault('r', ALL, { abort: { percent: Percent.of(1), status: 503 } }), 'Narrow the match, by a header such as Match.header("x-chaos-test", "true").'],
  ['leaveTo', traffic => traffic.leaveTo('r', ALL, RouteDelegate.fromName('team/routes')), 'Narrow the match, or expose what the team renders at a gateway by its hostname: RouteDelegate.fromName(...).exposeVia(gateway, {...}).'],
])('each verb has its own way to take everything: %s', (verb, say, repair) => {
  const web = MeshService.adopt(shopChart(), 'web', { port: 8080 });
  const problem = `matches every request, so nothing is left for the other routes. ${repair}`;
  expect(everyRequestProblem(verb, {})).toBe(problem);
  expect(() => say(web.traffic, web)).toThrow(new Error(`shop/web, route "r": ${problem}`));
});

test('what takes all that comes to one of several ports is told of the port', () => {
  const web = MeshService.adopt(shopChart(), 'web', { port: 8080, morePorts: [{ port: 9090 }] });
  const whole = 'shop/web, route "r": matches every request at port 9090, so nothing is left for the other routes there. Narrow the match, or';
  expect(() => web.traffic.route('r', Match.port(9090), web)).toThrow(new Error(`${whole} use traffic.onPort(9090).sendTo(...).`));
  expect(() => web.traffic.redirect('r', Match.port(9090), { host: 'a.example.com' })).toThrow(`${whole} redirect a whole hostname`);
  expect(() => MeshService.adopt(shopChart(), 'web', { port: 80 }).traffic.respond('r', Match.port(80), { status: 503 })).toThrow('matches every request, so nothing is left for the other routes. ');
});
