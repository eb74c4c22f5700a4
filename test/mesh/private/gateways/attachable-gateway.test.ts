import { Chart } from 'cdk8s';
import { GatewayApi, GatewayTls, IngressGatewayProps, MeshJob, MeshService } from '../../../../lib';
import { edgeApp, edgeChart, edgeIn, objectsIn, routeTo } from '../../../support/edge-chart';

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
  expect(rendered({ redirectHttp: false }).map(({ kind }) => kind)).toEqual(['Gateway', 'AuthorizationPolicy']);
});

test('[F039] a route attaches itself to the listener whose hostname is the closest', () => {
  const objects = rendered({ hostnames: ['*', '*.example.com', 'shop.example.com'], tls: GatewayTls.none() }, 'shop.example.com', 'a.b.example.com', '*.example.com', 'other.org', '*');
  expect(objects.filter(({ kind }) => kind === 'HTTPRoute').map(({ spec: { hostnames, parentRefs } }) => [hostnames, parentRefs[0].sectionName])).toEqual([
    [undefined, 'http'], [['*.example.com'], 'http-wildcard-example-com'], [['shop.example.com'], 'http-shop-example-com'],
    [['a.b.example.com'], 'http-wildcard-example-com'], [['other.org'], 'http'],
  ]);
});

test('fails on more hostnames than a Gateway has listeners for', () => {
  const hostnames = Array.from({ length: 33 }, (_, number) => `h${number}.example.com`);
  expect(() => rendered({ hostnames })).toThrow(new Error(
    'edge/edge: its hostnames need 66 listeners, but a Gateway of the Kubernetes Gateway API has at most 64. Divide the hostnames among gateways, or use one name for several, such as "*.example.com".',
  ));
});

test.each([[{ gatewayName: 'a'.repeat(58) }, `${'a'.repeat(58)}-istio`], [{ gatewayName: '1' }, '1-istio'], [{ gatewayClass: 'example.com' }, 'edge-example.com']])('[F040] fails on %j, of which the mesh makes no Service', (props, name) => {
  expect(() => rendered(props)).toThrow(new Error(
    `edge/edge: the mesh calls the Service of its pods "${name}", which is not a valid Service name: it must begin with a letter, without dots, and have at most 63 characters. Use another gatewayName or gatewayClass.`,
  ));
});

describe('[F040] what the mesh makes of a gateway', () => {
  const ONE = { image: 'registry.example.com/web:1.4.2' };
  const services: ReadonlyArray<readonly [string, (chart: Chart) => unknown]> = [
    ['Service', chart => new MeshService(chart, 'edge-istio', { ...ONE, port: 80 })],
    ['Deployment', chart => new MeshService(chart, 'edge', { ...ONE, port: 80, version: 'istio' })],
  ];

  test.each(services)('is no %s of ours', (kind, makeService) => {
    const [before, after] = [edgeChart(), edgeChart()];
    const taken = (place: string, path: string): string => (
      `${place}: "${path}" has the ${kind} "edge-istio" in the namespace "istio-ingress" already, and one would replace the other. `
    );
    const parent = (chart: Chart): Chart => new Chart(chart, 'services', { namespace: 'istio-ingress' });
    makeService(parent(before));
    const { path } = before.node.findAll().find(construct => construct instanceof MeshService)!.node;
    expect(() => edgeIn(before, { api: GatewayApi.KUBERNETES })).toThrow(`${taken('edge/edge', path)}Use another gatewayName or gatewayClass.`);
    edgeIn(after, { api: GatewayApi.KUBERNETES });
    expect(() => makeService(parent(after))).toThrow(taken(kind === 'Service' ? path : `${path}, version "istio"`, 'edge/edge'));
  });

  test('is no account of ours', () => {
    const chart = edgeChart();
    edgeIn(chart, { api: GatewayApi.KUBERNETES });
    expect(() => new MeshJob(chart, 'edge-istio', { ...ONE, inMesh: true })).toThrow(new Error(
      'edge/edge-istio: the account "edge-istio" belongs to "edge/edge", and pods that share an account share its permissions. Give it another name.',
    ));
  });

  test('may have the name of something in another namespace', () => {
    const app = edgeApp();
    edgeIn(edgeChart(app), { api: GatewayApi.KUBERNETES });
    expect(() => new MeshService(new Chart(app, 'shop', { namespace: 'shop' }), 'edge-istio', { ...ONE, port: 80 })).not.toThrow();
  });
});
