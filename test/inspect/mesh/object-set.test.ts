import { perSet } from '../../../lib/inspect/mesh/object-set';
import { objectSet } from '../../support/object-set';

const shop = objectSet(`
{apiVersion: v1, kind: Namespace, metadata: {name: shop}}
---
{apiVersion: v1, kind: Namespace, metadata: {name: kube-system}}
---
{apiVersion: v1, kind: Service, metadata: {name: cart, labels: {edition: first}}}
---
{apiVersion: v1, kind: Service, metadata: {name: dns, namespace: kube-system}}
---
{apiVersion: networking.istio.io/v1beta1, kind: Gateway, metadata: {name: edge}}
---
{apiVersion: gateway.networking.k8s.io/v1, kind: Gateway, metadata: {name: edge}}
---
{apiVersion: v1, kind: Service, metadata: {name: cart, labels: {edition: second}}}
`, { assumed: ['Secret istio-system/shop-tls', 'ClusterIssuer letsencrypt'] });

test('objects are found by group and kind, in whatever version they are written', () => {
  expect(shop.of('networking.istio.io/Gateway').map(({ reference }) => reference.apiVersion)).toEqual(['networking.istio.io/v1beta1']);
  expect(shop.of('Service', 'gateway.networking.k8s.io/Gateway').map(({ fullName }) => fullName)).toEqual(['shop/cart', 'shop/edge']);
});

test('of two with one name the last counts', () => {
  expect(shop.find('Service', 'shop', 'cart')!.labels).toEqual({ edition: 'second' });
  expect(shop.of('Service')).toHaveLength(1);
});

test('what lies in the namespaces of Kubernetes is passed over, and is found by its name', () => {
  expect([shop.of('Namespace').map(({ name }) => name), shop.all.map(({ namespace }) => namespace)]).toEqual([['shop'], ['', 'shop', 'shop', 'shop']]);
  expect(shop.find('Service', 'kube-system', 'dns')).toBeDefined();
});

test.each([
  ['Service', 'shop', 'cart', true],
  ['Secret', 'istio-system', 'shop-tls', true],
  ['cert-manager.io/ClusterIssuer', '', 'letsencrypt', true],
  ['Secret', 'shop', 'shop-tls', false],
  ['Service', 'default', 'kubernetes', true],
  ['Service', 'kube-system', 'kube-dns', true],
  ['Service', 'shop', 'kubernetes', false],
  ['Secret', 'default', 'kubernetes', false],
])('%s %s/%s is known: %p', (kind, namespace, name, known) => {
  expect(shop.knows(kind, namespace, name)).toBe(known);
});

test('what follows from a set is worked out once for each', () => {
  let count = 0;
  const size = perSet(({ all }) => {
    count += 1;
    return all.length;
  });
  const other = objectSet('');
  expect([size(shop), size(other), size(shop), size(other), count]).toEqual([4, 0, 4, 0, 2]);
});

describe('what an annotation says', () => {
  const set = objectSet(`
{apiVersion: v1, kind: Service, metadata: {name: cart, annotations: {cdk8s-mesh/provides: "Secret istio-system/shop-tls,Service web/pay , Namespace web"}}}
---
{apiVersion: v1, kind: Service, metadata: {name: web, annotations: {cdk8s-mesh/provides: 7}}}
---
{apiVersion: v1, kind: Service, metadata: {name: edge, annotations: {cdk8s-mesh/provides: "Secret, ,"}}}
---
{apiVersion: v1, kind: Service, metadata: {name: dns, namespace: kube-system, annotations: {cdk8s-mesh/provides: ConfigMap web/settings}}}
`, { assumed: ['Deployment web/pay'] });

  test('is known as if somebody had said it beside the objects', () => {
    expect([['Secret', 'istio-system', 'shop-tls'], ['Service', 'web', 'pay'], ['Namespace', '', 'web'], ['apps/Deployment', 'web', 'pay'], ['ConfigMap', 'web', 'settings']]
      .map(([kind, namespace, name]) => set.knows(kind, namespace, name))).toEqual([true, true, true, true, true]);
  });

  test('is nothing where it names no object', () => {
    expect([set.knows('Secret', '', ''), set.knows('', '', ''), set.assumed.length]).toEqual([false, false, 5]);
  });
});
