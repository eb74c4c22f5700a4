import { Chart, Duration } from 'cdk8s';
import {
  AppProtocol, ClientTls, DataPlaneMode, DefaultAccess, HttpMethod, Istio, Linkerd, Mesh, MeshApp, MeshService, Percent, RemoteService,
  RemoteServiceProps, Split, Weight, WeightedTarget,
} from '../../lib';
import { objectsIn } from '../support/edge-chart';

let app: MeshApp;
let shop: Chart;
beforeEach(() => chartOf(Istio.mesh({ defaultAccess: DefaultAccess.OPEN })));

function chartOf(mesh: Mesh): void {
  app = new MeshApp({ mesh });
  shop = new Chart(app, 'shop', { namespace: 'shop' });
}

/** The service orders of the namespace sales in another cluster. */
function ordersIn(props: Partial<RemoteServiceProps> = {}): RemoteService {
  return new RemoteService(shop, 'orders', {
    host: 'orders.cluster-2.global', port: 80, serviceName: 'orders', serviceNamespace: 'sales', gateways: ['203.0.113.7'], ...props,
  });
}

function specsOf(kind: string): any[] {
  return objectsIn(shop).filter(object => object.kind === kind).map(({ spec }) => spec);
}

test('[F122] is a host of the mesh, whose endpoints are gateways of the other cluster', () => {
  ordersIn({ address: '240.0.0.2', gateways: ['eastwest.example.com'], network: 'network2', locality: 'us-west/us-west-1' });
  expect(objectsIn(shop)[0]).toEqual({
    apiVersion: 'networking.istio.io/v1',
    kind: 'ServiceEntry',
    metadata: { name: 'orders.cluster-2.global', namespace: 'shop' },
    spec: {
      hosts: ['orders.cluster-2.global'],
      addresses: ['240.0.0.2'],
      location: 'MESH_INTERNAL',
      ports: [{ number: 80, name: 'http', protocol: 'HTTP' }],
      resolution: 'DNS',
      endpoints: [{
        address: 'eastwest.example.com',
        ports: { http: 15443 },
        labels: { 'security.istio.io/tlsMode': 'istio' },
        locality: 'us-west/us-west-1',
        network: 'network2',
      }],
    },
  });
});

test('[F122] callers ask gateways for it by its name in its cluster, port by port', () => {
  ordersIn({ targetPort: 8080, clusterDomain: 'west.local', morePorts: [{ port: 9090, protocol: AppProtocol.GRPC }], address: '240.0.0.3', gatewayPort: 443 });
  expect(specsOf('DestinationRule')).toEqual([{
    host: 'orders.cluster-2.global',
    trafficPolicy: {
      portLevelSettings: [
        { port: { number: 80 }, tls: { mode: 'ISTIO_MUTUAL', sni: 'outbound_.8080_._.orders.sales.svc.west.local' } },
        { port: { number: 9090 }, tls: { mode: 'ISTIO_MUTUAL', sni: 'outbound_.9090_._.orders.sales.svc.west.local' } },
      ],
    },
  }]);
  expect(specsOf('ServiceEntry')[0].endpoints).toEqual([{ address: '203.0.113.7', ports: { http: 443, grpc: 443 } }]);
});

test('is the one that its certificate names, where its account is known', () => {
  ordersIn({ serviceAccount: 'orders' });
  expect(specsOf('ServiceEntry')[0].subjectAltNames).toEqual(['spiffe://cluster.local/ns/sales/sa/orders']);
});

test('[F123] gets its share of a split, and keeps the host of the request', () => {
  const orders = ordersIn();
  const local = MeshService.adopt(shop, 'local', { port: 80 });
  local.traffic.sendTo(Split.between(new WeightedTarget(local, Weight.percent(80)), new WeightedTarget(orders, Weight.percent(20))));
  expect(specsOf('VirtualService').map(({ http }) => http)).toEqual([[{
    name: 'default',
    route: [
      { destination: { host: 'local.shop.svc.cluster.local', port: { number: 80 } }, weight: 80 },
      { destination: { host: 'orders.cluster-2.global', port: { number: 80 } }, weight: 20 },
    ],
  }]]);
});

test('has traffic of its own, whose policies keep the name that gateways know', () => {
  const orders = ordersIn();
  orders.traffic.timeout(Duration.seconds(3));
  orders.traffic.ejectOutliers();
  const [{ trafficPolicy }] = specsOf('DestinationRule');
  expect(trafficPolicy.portLevelSettings[0]).toMatchObject({ tls: { mode: 'ISTIO_MUTUAL' }, outlierDetection: { consecutive5xxErrors: 5 } });
  expect(specsOf('VirtualService')[0].http[0].timeout).toBe('3s');
});

test('copies may go there', () => {
  const web = MeshService.adopt(shop, 'web', { port: 8080 });
  web.traffic.mirrorTo(ordersIn(), Percent.of(10));
  expect(specsOf('VirtualService')[0].http[0].mirrors).toEqual([{ destination: { host: 'orders.cluster-2.global', port: { number: 80 } }, percentage: { value: 10 } }]);
});

test('is called by services that know it', () => {
  const web = MeshService.adopt(shop, 'web', { port: 8080, podLabels: { app: 'web' }, serviceAccount: 'web' });
  web.calls(ordersIn());
  expect(specsOf('Sidecar')[0].egress[0].hosts).toContain('shop/orders.cluster-2.global');
});

describe('fails', () => {
  test.each<[string, Partial<RemoteServiceProps>]>([
    ['"*.cluster-2.global" is not a single host. Create a RemoteService for each.', { host: '*.cluster-2.global' }],
    [
      '"orders.sales.svc.cluster.local" is a host of the cluster. Use MeshService.adopt to control its traffic, or MeshService.fromHost to send requests to it.',
      { host: 'orders.sales.svc.cluster.local' },
    ],
    ['no gateway of its cluster is given. Set the addresses of the other cluster: gateways: ["203.0.113.7"].', { gateways: [] }],
  ])('on %s', (problem, props) => {
    expect(() => ordersIn(props)).toThrow(new Error(`shop/orders: ${problem}`));
  });

  test('on names that no Service, namespace or account has', () => {
    expect(() => ordersIn({ serviceName: 'orders.sales' })).toThrow('shop/orders: "orders.sales" is not a valid name of a Service');
    expect(() => ordersIn({ serviceNamespace: 'Sales' })).toThrow('shop/orders: serviceNamespace: "Sales"');
    expect(() => ordersIn({ serviceAccount: 'Orders' })).toThrow('shop/orders: serviceAccount');
    expect(() => ordersIn({ clusterDomain: 'West' })).toThrow('shop/orders: clusterDomain');
  });

  test('where its TLS is said once more', () => {
    expect(() => ordersIn().traffic.onPort(80).clientTls(ClientTls.disabled())).toThrow('shop/orders, port 80: clientTls is already set.');
  });

  test('where requests would come to a port that sees none', () => {
    const web = MeshService.adopt(shop, 'web', { port: 8080 });
    expect(() => web.traffic.sendTo(ordersIn({ protocol: AppProtocol.HTTPS, port: 443 }))).toThrow(new Error(
      'shop/orders: port 443 speaks https, and requests for web.shop.svc.cluster.local would arrive there in plain text. Send them to a port that speaks HTTP: atPort(80).',
    ));
  });

  test('where a caller is let in for some requests alone', () => {
    const web = MeshService.adopt(shop, 'web', { port: 8080, podLabels: { app: 'web' }, serviceAccount: 'web' });
    expect(() => web.calls(ordersIn(), { methods: [HttpMethod.GET] })).toThrow(new Error(
      'shop/orders: its access is configured in its own cluster, so methods has no effect. Leave it out, or set it there, with access.allowFrom.',
    ));
  });

  test('in ambient mode, and for Linkerd', () => {
    chartOf(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));
    expect(() => ordersIn()).toThrow(new Error('shop/orders/service: a service of another cluster under a name of its own cannot be rendered for Istio 1.30 in ambient mode. Let the control planes of both clusters read both, so that a service of the same name is one host, or run sidecars: leave out DataPlaneMode.AMBIENT.'));
    chartOf(Linkerd.mesh());
    expect(() => ordersIn()).toThrow(new Error('shop/orders/service: a service of another cluster under a name of its own cannot be rendered for Linkerd. Let the multicluster extension of Linkerd mirror its Service, and adopt that with MeshService.adopt; or use Istio.mesh().'));
  });
});
