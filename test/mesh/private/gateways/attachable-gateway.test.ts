import { GatewayApi, GatewayTls, IngressGatewayProps } from '../../../../lib';
import { edgeChart, edgeIn, objectsIn, routeTo } from '../../../support/edge-chart';

function rendered(props: Partial<IngressGatewayProps>, ...hostnames: string[]): any[] {
  const chart = edgeChart();
  const edge = edgeIn(chart, { api: GatewayApi.KUBERNETES, grantedNamespaces: ['shop'], ...props });
  hostnames.forEach(hostname => edge._expose(routeTo('web', '/', { hostname })));
  return objectsIn(chart);
}

const listeners = (props: Partial<IngressGatewayProps>): [string, number, string][] => (
  rendered(props)[0].spec.listeners.map(({ name, port, allowedRoutes }: any) => [name, port, allowedRoutes.namespaces.from])
);

test('[F035] [F036] [F040] a listener for each hostname, and one for plain HTTP to which nobody else attaches anything', () => {
  expect(listeners({ hostnames: ['shop.example.com', '*'] })).toEqual([
    ['http-shop-example-com', 80, 'Same'], ['http', 80, 'Same'], ['https-shop-example-com', 443, 'Same'], ['https', 443, 'Same'],
  ]);
  expect(listeners({ routesFromAllNamespaces: true })).toEqual([['http-shop-example-com', 80, 'Same'], ['https-shop-example-com', 443, 'All']]);
  expect(listeners({ tls: GatewayTls.none(), routesFromAllNamespaces: true })).toEqual([['http-shop-example-com', 80, 'All']]);
  expect(listeners({ tls: GatewayTls.passthrough(), redirectHttp: false })).toEqual([['tls-shop-example-com', 443, 'Same']]);
});

test('[F036] plain HTTP leads to HTTPS by a route of its own', () => {
  const [, upgrade] = rendered({});
  expect(upgrade).toEqual({
    apiVersion: 'gateway.networking.k8s.io/v1',
    kind: 'HTTPRoute',
    metadata: { name: 'edge.to-https', namespace: 'istio-ingress' },
    spec: {
      parentRefs: [{ name: 'edge', sectionName: 'http-shop-example-com' }],
      rules: [{ matches: [{ path: { type: 'PathPrefix', value: '/' } }], filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https', statusCode: 301 } }] }],
    },
  });
  expect(rendered({ redirectHttp: false }).map(({ kind }) => kind)).toEqual(['Gateway']);
});

test('[F039] a route attaches itself to the listener whose hostname is the closest', () => {
  const objects = rendered({ hostnames: ['*', '*.example.com', 'shop.example.com'], tls: GatewayTls.none() }, 'shop.example.com', 'a.b.example.com', '*.example.com', 'other.org', '*');
  expect(objects.slice(1).map(({ spec: { hostnames, parentRefs } }) => [hostnames, parentRefs[0].sectionName])).toEqual([
    [undefined, 'http'], [['*.example.com'], 'http-wildcard-example-com'], [['shop.example.com'], 'http-shop-example-com'],
    [['a.b.example.com'], 'http-wildcard-example-com'], [['other.org'], 'http'],
  ]);
});

test('fails on more hostnames than a Gateway has listeners for', () => {
  const hostnames = Array.from({ length: 33 }, (_, number) => `h${number}.example.com`);
  expect(() => rendered({ hostnames })).toThrow(new Error(
    'edge/edge: its hostnames take 66 listeners, and a Gateway of the Kubernetes Gateway API has at most 64. Divide the hostnames among gateways, or say one name for several, such as "*.example.com".',
  ));
});

test.each([[{ gatewayName: 'a'.repeat(58) }, `${'a'.repeat(58)}-istio`], [{ gatewayName: '1' }, '1-istio'], [{ gatewayClass: 'example.com' }, 'edge-example.com']])('[F040] fails on %j, of which the mesh makes no Service', (props, name) => {
  expect(() => rendered(props)).toThrow(new Error(
    `edge/edge: the mesh calls the Service of its pods "${name}", and no Service can be called so: it begins with a letter, and has no dots and at most 63 characters. Say another gatewayName or gatewayClass.`,
  ));
});
