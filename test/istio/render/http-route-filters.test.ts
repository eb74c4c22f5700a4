import { IstioRelease, Percent, TextMatch } from '../../../lib';
import { forwardFilters, redirectFilter } from '../../../lib/istio/render/http-route-filters';
import { AT_GATEWAY } from '../../../lib/istio/render/refuse';
import type { ForwardAction } from '../../../lib/mesh/private/intent';
import { ANY_REQUEST } from '../../../lib/mesh/private/routing/conditions';

const where = { place: 'shop/edge, rule "web"', otherwise: AT_GATEWAY };

const destination = { host: 'copy.shop.svc.cluster.local', port: 8080 };
const rendered = (action: Partial<ForwardAction>, release = IstioRelease.V1_30): unknown => JSON.parse(JSON.stringify(
  forwardFilters({ destinations: [], ...action }, ANY_REQUEST, { where, release, namespace: 'shop', grantedNamespaces: [] }),
));

test('a redirect says all that it changes', () => {
  expect(redirectFilter({ scheme: 'https', host: 'new.example.com', path: '/new', port: 8443, status: 308 })).toEqual({
    type: 'RequestRedirect',
    requestRedirect: { scheme: 'https', hostname: 'new.example.com', path: { type: 'ReplaceFullPath', replaceFullPath: '/new' }, port: 8443, statusCode: 308 },
  });
});

test('headers, host, origins and copies', () => {
  expect(rendered({})).toEqual([]);
  expect(rendered({
    cors: { origins: [TextMatch.exact('https://shop.example.com')] },
    requestHeaders: { add: { 'x-a': '1' }, remove: ['x-b'], set: { 'x-c': '2' } },
    responseHeaders: { add: {}, remove: ['server'], set: {} },
    rewrite: { host: 'old.example.com' },
    mirrors: [{ destination, percent: Percent.of(100) }, { destination, percent: Percent.of(5) }, { destination, percent: Percent.of(0.5) }],
  })).toEqual([
    { type: 'CORS', cors: { allowOrigins: ['https://shop.example.com'] } },
    { type: 'RequestHeaderModifier', requestHeaderModifier: { add: [{ name: 'x-a', value: '1' }], remove: ['x-b'], set: [{ name: 'x-c', value: '2' }] } },
    { type: 'ResponseHeaderModifier', responseHeaderModifier: { remove: ['server'] } },
    { type: 'URLRewrite', urlRewrite: { hostname: 'old.example.com' } },
    { type: 'RequestMirror', requestMirror: { backendRef: { name: 'copy', port: 8080 } } },
    { type: 'RequestMirror', requestMirror: { backendRef: { name: 'copy', port: 8080 }, percent: 5 } },
    { type: 'RequestMirror', requestMirror: { backendRef: { name: 'copy', port: 8080 }, fraction: { numerator: 5000, denominator: 1_000_000 } } },
  ]);
});

const many = Object.fromEntries(Array.from({ length: 17 }, (_, number) => [`x-${number}`, '1']));

test.each<[string, Partial<ForwardAction>]>([
  ['gives the header "x-a" an empty value, which an HTTPRoute of the Kubernetes Gateway API cannot express. Use remove for it, or api: GatewayApi.ISTIO.', { requestHeaders: { add: {}, remove: [], set: { 'x-a': '' } } }],
  ['changes more than 16 headers in one way, which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.', { responseHeaders: { add: many, remove: [], set: {} } }],
])('fails: %s', (problem, action) => {
  expect(() => rendered(action)).toThrow(new Error(`shop/edge, rule "web": ${problem}`));
});

test('fails on a part of the copies before Istio heeds it', () => {
  const mirrors = [{ destination, percent: Percent.of(5) }];
  expect(rendered({ mirrors }, IstioRelease.V1_27)).toHaveLength(1);
  expect(() => rendered({ mirrors }, IstioRelease.V1_26)).toThrow(new Error(
    'shop/edge, rule "web": copies 5 % of the requests, of which Istio before 1.27 would copy all, which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.',
  ));
});
