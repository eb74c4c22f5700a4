import { IstioRelease } from '../../../lib';
import { backendOf } from '../../../lib/istio/render/http-route-backend';
import { AT_GATEWAY } from '../../../lib/istio/render/refuse';
import type { DestinationIntent } from '../../../lib/mesh/private/intent';

const where = { place: 'shop/edge, rule "web"', otherwise: AT_GATEWAY };

const orders = { host: 'orders.shop.svc.cluster.local', port: 8080 };
const rendered = (destination: DestinationIntent, ...grantedNamespaces: string[]) => (
  backendOf(destination, { where, release: IstioRelease.V1_30, namespace: 'shop', grantedNamespaces })
);

test('[F022] a Service is named with its namespace when that is another', () => {
  expect(rendered(orders)).toEqual({ name: 'orders', namespace: undefined, port: 8080 });
  expect(rendered({ host: 'pay.team.svc.cluster.local', port: 80 }, 'team')).toEqual({ name: 'pay', namespace: 'team', port: 80 });
});

test('[F022] fails on a Service of a namespace that has not allowed it, and says what its owner has to add', () => {
  expect(() => rendered({ host: 'pay.team.svc.cluster.local', port: 80 })).toThrow(new Error(
    'shop/edge, rule "web": sends to pay.team.svc.cluster.local, and only a ReferenceGrant in "team" allows an HTTPRoute of "shop" to do that: from kind HTTPRoute of that namespace, to the Service "pay". Let its owner add one, then set grantedNamespaces: ["team"].',
  ));
});

test('fails on a version, and on what is no Service', () => {
  expect(() => rendered({ ...orders, subset: 'v2' })).toThrow(new Error(
    'shop/edge, rule "web": sends to the version "v2" of orders.shop.svc.cluster.local, a part of a Service, which an HTTPRoute of the Kubernetes Gateway API cannot express. Use a service that is exposed through such a gateway itself, or api: GatewayApi.ISTIO.',
  ));
  expect(() => rendered({ host: 'api.example.com', port: 443 })).toThrow(new Error(
    'shop/edge, rule "web": sends to api.example.com, not a Service of the cluster, which an HTTPRoute of the Kubernetes Gateway API cannot express. Set api: GatewayApi.ISTIO.',
  ));
});
