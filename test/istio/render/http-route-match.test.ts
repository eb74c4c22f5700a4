import { HttpMethod, Match, PathMatch, TextMatch } from '../../../lib';
import { httpRouteMatch } from '../../../lib/istio/render/http-route-match';
import { AT_GATEWAY } from '../../../lib/istio/render/refuse';

const where = { place: 'shop/edge, rule "web"', otherwise: AT_GATEWAY };

const every = { type: 'PathPrefix', value: '/' };
const said = (match: Match): unknown => match._alternatives.map(conditions => JSON.parse(JSON.stringify(httpRouteMatch(conditions, where))));

test.each([
  [PathMatch.exact('/orders'), { type: 'Exact', value: '/orders' }],
  [PathMatch.below('/orders'), { type: 'PathPrefix', value: '/orders' }],
  [PathMatch.regex('/orders/[0-9]+'), { type: 'RegularExpression', value: '/orders/[0-9]+' }],
  [PathMatch.below('/'), every],
  [PathMatch.prefix('/'), every],
])('a path is compared by whole segments: %j', (path, rendered) => {
  expect(said(Match.path(path))).toEqual([{ path: rendered }]);
});

test('a method, headers and parameters are compared as wholes or with patterns', () => {
  const header = (value: TextMatch): Match => Match.headerMatching('X-Team', value);
  expect(said(Match.all(Match.method(HttpMethod.GET), Match.header('x-canary', 'true'), Match.query('v', '1')))).toEqual([{
    path: every, method: 'GET', headers: [{ name: 'x-canary', value: 'true', type: 'Exact' }], queryParams: [{ name: 'v', value: '1', type: 'Exact' }],
  }]);
  expect([TextMatch.prefix('a.b('), TextMatch.present(), TextMatch.regex('a|b')].flatMap(value => said(header(value)))).toEqual(
    ['a\\.b\\(.*', '.*', 'a|b'].map(value => ({ path: every, headers: [{ name: 'x-team', value, type: 'RegularExpression' }] })),
  );
  expect(said(Match.queryMatching('v', TextMatch.regex('[0-9]')))).toEqual([{ path: every, queryParams: [{ name: 'v', value: '[0-9]', type: 'RegularExpression' }] }]);
});

const many = Match.all(...Array.from({ length: 17 }, (_, number) => Match.header(`x-${number}`, '1')));

test.each<[string, Match]>([
  ['matches every path whose text begins with "/orders", which an HTTPRoute of the Kubernetes Gateway API cannot express. Use PathMatch.below("/orders") for that path and what lies below it, or api: GatewayApi.ISTIO.', Match.path(PathMatch.prefix('/orders'))],
  ['matches the authority "shop.example.com:8080", which an HTTPRoute of the Kubernetes Gateway API cannot express. Use the hostname with exposeVia, or api: GatewayApi.ISTIO.', Match.authority(TextMatch.exact('shop.example.com:8080'))],
  ['matches requests without the header "x-canary", which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', Match.withoutHeader('x-canary')],
  ['compares 17 headers or parameters at once, more than 16, which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', many],
  ['compares "x-team" with "", which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', Match.header('x-team', '')],
  ['compares "filter[]" with "1", which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', Match.query('filter[]', '1')],
  ['matches the path "/a%2Fb", with "//", an encoded "/", a bracket or more than 1024 characters, which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', Match.path(PathMatch.exact('/a%2Fb'))],
  ['matches the path "/a//b", with "//", an encoded "/", a bracket or more than 1024 characters, which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', Match.path(PathMatch.below('/a//b'))],
])('fails: %s', (problem, match) => {
  expect(() => said(match)).toThrow(new Error(`shop/edge, rule "web": ${problem}`));
});
