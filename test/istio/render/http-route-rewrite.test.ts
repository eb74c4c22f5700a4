import { PathMatch } from '../../../lib';
import { httpRouteRewrite } from '../../../lib/istio/render/http-route-rewrite';
import { AT_GATEWAY } from '../../../lib/istio/render/refuse';
import type { RewriteIntent } from '../../../lib/mesh/private/intent';
import { ANY_REQUEST } from '../../../lib/mesh/private/routing/conditions';

const where = { place: 'shop/edge, rule "web"', otherwise: AT_GATEWAY };

const rendered = (rewrite: RewriteIntent, path?: PathMatch): unknown => (
  JSON.parse(JSON.stringify(httpRouteRewrite(rewrite, { ...ANY_REQUEST, path }, where)))
);
const { below, exact, regex } = PathMatch;

test('a host and a whole path', () => {
  expect(rendered({ host: 'old.example.com' })).toEqual({ hostname: 'old.example.com' });
  expect(rendered({ path: { to: '/new' } }, regex('/old.*'))).toEqual({ path: { type: 'ReplaceFullPath', replaceFullPath: '/new' } });
});

test.each([
  ['/old', '/new', below('/old'), { type: 'ReplacePrefixMatch', replacePrefixMatch: '/new' }],
  ['/old', '/', below('/old'), { type: 'ReplacePrefixMatch', replacePrefixMatch: '/' }],
  ['/old', '/new', below('/old/api'), { type: 'ReplacePrefixMatch', replacePrefixMatch: '/new/api' }],
  ['/', '/new', below('/api'), { type: 'ReplacePrefixMatch', replacePrefixMatch: '/new/api' }],
  ['/old', '/new', exact('/old/7'), { type: 'ReplaceFullPath', replaceFullPath: '/new/7' }],
  ['/old', '/', exact('/old'), { type: 'ReplaceFullPath', replaceFullPath: '/' }],
])('%s becomes %s where %j is taken', (from, to, taken, path) => {
  expect(rendered({ path: { below: from, to } }, taken)).toEqual({ path });
});

test.each([below('/'), undefined])('fails where %j is taken, of which the API replaces something else', taken => {
  expect(() => rendered({ path: { below: '/', to: '/new' } }, taken)).toThrow(new Error(
    'shop/edge, rule "web": replaces "/" at the beginning of paths that it does not match by it, which an HTTPRoute of the Kubernetes Gateway API cannot express. Use PathMatch.below("/...") for them, or api: GatewayApi.ISTIO.',
  ));
});
