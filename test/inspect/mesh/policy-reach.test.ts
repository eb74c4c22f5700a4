import { appliesToAllOf, applyTogether } from '../../../lib/inspect/mesh/policy-reach';
import { deployment, documents, flowObject } from '../../support/flow-objects';
import { objectSet } from '../../support/object-set';

const policy = (place: string, spec = ''): string => flowObject('security.istio.io/v1', 'AuthorizationPolicy', [place, spec]);
const of = (labels: string): string => `selector: {matchLabels: {${labels}}}`;
const at = (name: string): string => `targetRefs: [{kind: Gateway, name: ${name}}]`;

test.each([
  ['a namespace and pods of it', policy('shop/a'), policy('shop/b', of('app: web')), [true, true]],
  ['the mesh and a namespace', policy('istio-system/a'), policy('shop/b'), [true, true]],
  ['a namespace and the mesh', policy('shop/a'), policy('istio-system/b'), [true, false]],
  ['two namespaces', policy('shop/a'), policy('pay/b'), [false, false]],
  ['pods and other pods', policy('shop/a', of('app: web')), policy('shop/b', of('app: pay')), [false, false]],
  ['pods by labels that some have together', policy('shop/a', of('app: cart')), policy('shop/b', of('tier: front')), [true, false]],
  ['pods by labels that none has together', policy('shop/a', of('app: cart')), policy('shop/b', of('tier: back')), [false, false]],
  ['one gateway', policy('shop/a', at('edge')), policy('shop/b', at('edge')), [true, true]],
  ['two gateways', policy('shop/a', at('edge')), policy('shop/b', at('other')), [false, false]],
  ['a gateway and a namespace', policy('shop/a', at('edge')), policy('shop/b'), [false, false]],
])('whether policies of %s apply together, and one to all of the other', (_, one, other, expected) => {
  const set = objectSet(documents(one, other, deployment('shop/cart', 'app: cart, tier: front')));
  const [a, b] = ['a', 'b'].map(name => set.of('security.istio.io/AuthorizationPolicy').find(object => object.name === name)!);
  expect([applyTogether(set, a, b), appliesToAllOf(set, a, b)]).toEqual(expected);
});
