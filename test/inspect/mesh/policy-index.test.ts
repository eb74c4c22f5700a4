import { policyIndexOf } from '../../../lib/inspect/mesh/policy-index';
import { deployment, documents, flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const KIND = 'security.istio.io/AuthorizationPolicy';
const policy = (place: string, spec = ''): string => flowObject('security.istio.io/v1', 'AuthorizationPolicy', [place, spec]);
const of = (labels: string): string => `selector: {matchLabels: {${labels}}}`;
const at = (name: string): string => `targetRefs: [{kind: Gateway, name: ${name}}]`;

const set = objectSet(documents(
  policy('istio-system/mesh'), policy('istio-system/carts', of('app: cart')),
  policy('shop/all'), policy('shop/cart', of('app: cart')), policy('shop/cart-too', of('app: cart')), policy('shop/front', of('tier: front')),
  policy('shop/cart-front', of('app: cart, tier: front')), policy('shop/web', of('app: web')), policy('shop/edge', at('edge')), policy('shop/edge-too', at('edge')),
  policy('pay/all'),
  deployment('shop/cart', 'app: cart, tier: front'),
));
const index = policyIndexOf(KIND)(set);

test.each([
  ['istio-system/mesh', 'istio-system/carts, istio-system/mesh, pay/all, shop/all, shop/cart, shop/cart-front, shop/cart-too, shop/front, shop/web', 'istio-system/mesh'],
  ['shop/all', 'istio-system/carts, istio-system/mesh, shop/all, shop/cart, shop/cart-front, shop/cart-too, shop/front, shop/web', 'istio-system/mesh, shop/all'],
  ['shop/cart', 'istio-system/carts, istio-system/mesh, shop/all, shop/cart, shop/cart-front, shop/cart-too, shop/front',
    'istio-system/carts, istio-system/mesh, shop/all, shop/cart, shop/cart-too'],
  ['shop/web', 'istio-system/mesh, shop/all, shop/web', 'istio-system/mesh, shop/all, shop/web'],
  ['shop/edge', 'shop/edge, shop/edge-too', 'shop/edge, shop/edge-too'],
  ['pay/all', 'istio-system/carts, istio-system/mesh, pay/all', 'istio-system/mesh, pay/all'],
])('the policies that apply with %s, and those over all of it', (name, together, over) => {
  const asked = set.of(KIND).find(({ fullName }) => fullName === name)!;
  expect([index.together(asked), index.overAllOf(asked)].map(found => found.map(({ fullName }) => fullName).sort().join(', '))).toEqual([together, over]);
});

test('those alone are in an index that are meant', () => {
  const some = policyIndexOf(KIND, ({ name }) => name === 'web')(set);
  expect(some.together(set.of(KIND).find(({ name }) => name === 'web')!).map(({ name }) => name)).toEqual(['web']);
});
