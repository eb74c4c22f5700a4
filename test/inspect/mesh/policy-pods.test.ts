import { hasProxiedPods } from '../../../lib/inspect/mesh/policy-pods';
import { deployment, kube, together } from '../../support/kube';
import { objectSet } from '../../support/object-set';

const policy = (namespace: string, app: string): string => (
  `{apiVersion: security.istio.io/v1, kind: AuthorizationPolicy, metadata: {name: a, namespace: ${namespace}}, spec: {selector: {matchLabels: {app: ${app}}}}}`
);
const home = (labels: string): string => kube(`Namespace shop labels: {${labels}}`);
const cart = deployment('shop/cart');

test.each([
  ['pods with a proxy', together(home('istio-injection: enabled'), cart, policy('shop', 'cart')), true],
  ['pods of any namespace, from the root namespace', together(home('istio-injection: enabled'), cart, policy('istio-system', 'cart')), true],
  ['pods that may have one', together(cart, policy('shop', 'cart')), true],
  ['no pods', together(cart, policy('shop', 'pay')), false],
  ['pods of another namespace', together(cart, policy('lab', 'cart')), false],
  ['pods without a proxy', together(home('istio-injection: disabled'), cart, policy('shop', 'cart')), false],
  ['ambient pods', together(home('istio.io/dataplane-mode: ambient'), cart, policy('shop', 'cart')), false],
])('a policy that selects %s', (_, yaml, expected) => {
  const set = objectSet(yaml);
  expect(hasProxiedPods(set, set.of('security.istio.io/AuthorizationPolicy')[0])).toBe(expected);
});
