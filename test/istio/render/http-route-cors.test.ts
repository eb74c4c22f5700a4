import { Duration } from 'cdk8s';
import { HttpMethod, IstioRelease, TextMatch } from '../../../lib';
import { corsFilter } from '../../../lib/istio/render/http-route-cors';
import { AT_GATEWAY } from '../../../lib/istio/render/refuse';
import type { CorsIntent } from '../../../lib/mesh/private/intent';

const where = { place: 'shop/edge, rule "web"', otherwise: AT_GATEWAY };

const origins = [TextMatch.exact('https://shop.example.com')];
const rendered = (cors: CorsIntent, release = IstioRelease.V1_30): unknown => JSON.parse(JSON.stringify(corsFilter(cors, where, release)));

test('all of a policy is said', () => {
  expect(rendered({ origins })).toEqual({ allowOrigins: ['https://shop.example.com'] });
  expect(rendered({
    origins: [TextMatch.exact('*')], methods: [HttpMethod.PUT], headers: ['x-team'], exposed: ['x-trace'], maxAge: Duration.minutes(10), credentials: false, ignoresForeign: false,
  })).toEqual({ allowOrigins: ['*'], allowMethods: ['PUT'], allowHeaders: ['x-team'], exposeHeaders: ['x-trace'], maxAge: 600, allowCredentials: false });
});

test.each<[string, CorsIntent]>([
  ['allows origins like "http://localhost:"', { origins: [TextMatch.prefix('http://localhost:')] }],
  ['allows origins like "https://.*"', { origins: [TextMatch.regex('https://.*')] }],
  ['allows origins like "app://shop"', { origins: [TextMatch.exact('app://shop')] }],
])('fails: %s', (problem, cors) => {
  expect(() => rendered(cors)).toThrow(new Error(
    `shop/edge, rule "web": ${problem}, which an HTTPRoute of the Kubernetes Gateway API cannot express. Use TextMatch.exact("https://...") for each, or api: GatewayApi.ISTIO.`,
  ));
});

test('fails on preflights of others that are not to be sent on, and before the release that knows of it', () => {
  expect(() => rendered({ origins, ignoresForeign: true })).toThrow(/: responds to preflights of other origins, which an HTTPRoute /);
  expect(() => rendered({ origins }, IstioRelease.V1_29)).toThrow(new Error(
    'shop/edge, rule "web": has a CORS policy, which an HTTPRoute supports only from Istio 1.30 on, but the mesh is Istio 1.29. Use Istio.mesh({ release: IstioRelease.V1_30 }), or api: GatewayApi.ISTIO.',
  ));
});
