import { Chart } from 'cdk8s';
import { GatewayApi, GatewayReferenceProps, IGateway, IngressGateway } from '../../../../lib';
import { edgeApp, objectsIn, routeTo } from '../../../support/edge-chart';

function referTo(props: GatewayReferenceProps): { readonly chart: Chart; readonly edge: IGateway } {
  const chart = new Chart(edgeApp(), 'shop', { namespace: 'shop' });
  return { chart, edge: IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared', props) };
}

test('[F022] routes attach themselves to a gateway of another namespace, where their services are', () => {
  const { chart, edge } = referTo({ api: GatewayApi.KUBERNETES, listener: 'https' });
  edge._expose(routeTo('web', '/web'));
  expect(objectsIn(chart)).toEqual([{
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'shared.shop.example.com', namespace: 'shop' },
    spec: {
      parentRefs: [{ name: 'shared', namespace: 'istio-ingress', sectionName: 'https' }],
      hostnames: ['shop.example.com'],
      rules: [{ name: 'web', matches: [{ path: { type: 'PathPrefix', value: '/web' } }], backendRefs: [{ name: 'web', port: 8080 }] }],
    },
  }]);
});

test('without a listener, they attach themselves to all that serve the hostname', () => {
  const { chart, edge } = referTo({ api: GatewayApi.KUBERNETES });
  edge._expose(routeTo('web'));
  expect(objectsIn(chart)[0].spec.parentRefs).toEqual([{ name: 'shared', namespace: 'istio-ingress' }]);
});

test('fails on a wildcard for all listeners, since it would hide what others have', () => {
  const { edge } = referTo({ api: GatewayApi.KUBERNETES });
  expect(() => edge._expose(routeTo('web', '/', { hostname: '*.example.com' }))).toThrow(new Error(
    'shop/edge: a route for "*.example.com" also attaches to listeners of more specific hostnames, and in Istio it hides the routes of these. Name the listener for "*.example.com": { listener: "..." }.',
  ));
});

test('fails on a listener that cannot be, and on what says nothing in words of Istio', () => {
  expect(() => referTo({ api: GatewayApi.KUBERNETES, listener: 'HTTPS' }))
    .toThrow(new Error('shop/edge: "HTTPS" is not a valid listener name. Write only its name, in lowercase, such as "https".'));
  expect(() => referTo({ listener: 'https' })).toThrow(new Error(
    'shop/edge: only routes of the Kubernetes Gateway API attach to a gateway, so listener has no effect. Leave it out, or set api: GatewayApi.KUBERNETES.',
  ));
});
