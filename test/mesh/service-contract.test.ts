import { Chart } from 'cdk8s';
import { Deployment } from 'cdk8s-plus-28';
import { AppProtocol, MeshService, ServiceContract, ServiceContractProps } from '../../lib';
import { guardedChart, policiesOf, serviceIn, specsOf } from '../support/guarded-chart';

const ORDERS: ServiceContractProps = { serviceName: 'orders', namespace: 'shop', port: 8080 };

test('a name, a namespace and a port are enough', () => {
  expect({ ...ServiceContract.of(ORDERS) }).toEqual({
    host: 'orders.shop.svc.cluster.local', port: 8080, protocol: 'http', serviceAccount: 'orders', serviceName: 'orders', serviceNamespace: 'shop',
  });
});

test('all that can be said', () => {
  const { host, protocol, serviceAccount } = ServiceContract.of({ ...ORDERS, clusterDomain: 'example.org', protocol: AppProtocol.GRPC, serviceAccount: 'orders-pods' });
  expect([host, protocol, serviceAccount]).toEqual(['orders.shop.svc.example.org', 'grpc', 'orders-pods']);
});

test.each<[string, Partial<ServiceContractProps>]>([
  ['ServiceContract.of("Orders")', { serviceName: 'Orders' }],
  ['ServiceContract.of("orders"): namespace', { namespace: 'a.b' }],
  ['ServiceContract.of("orders"): serviceAccount', { serviceAccount: 'A' }],
  ['ServiceContract.of("orders"): clusterDomain', { clusterDomain: '-' }],
  ['ServiceContract.of("orders"): port', { port: 0 }],
])('fails: %s', (start, props) => {
  expect(() => ServiceContract.of({ ...ORDERS, ...props })).toThrow(start);
});

test('[F045] [F046] each of two teams says its own side, and knows the other by the contract', () => {
  const [webTeam, ordersTeam] = [guardedChart(), guardedChart()];
  const [web, orders] = [{ serviceName: 'web', namespace: 'shop', port: 8080, serviceAccount: 'web' }, ORDERS].map(ServiceContract.of);

  serviceIn(webTeam, 'web').calls(MeshService.fromContract(orders));
  const service = serviceIn(ordersTeam, 'orders');
  service.keepTo(orders);
  service.access.allowFrom(MeshService.fromContract(web));

  expect(policiesOf(webTeam)).toEqual({});
  expect(specsOf(webTeam, 'Sidecar')['shop/web'].egress).toEqual([{ hosts: ['shop/orders.shop.svc.cluster.local', 'istio-system/*'] }]);
  expect(policiesOf(ordersTeam)['shop/orders'].rules).toEqual([{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }]);
});

describe('a service keeps to what was published', () => {
  const wrapped = (chart: Chart): MeshService | any => (
    MeshService.fromDeployment(chart, 'orders', new Deployment(chart, 'pods', { containers: [{ image: 'orders:1', portNumber: 8080 }] }), { port: 8080 })
  );

  test.each<[string, (chart: Chart) => any]>([
    ['ours', chart => serviceIn(chart, 'orders')],
    ['with a Deployment of somebody else', wrapped],
    ['that Helm deploys', chart => MeshService.adopt(chart, 'orders', { port: 8080, serviceAccount: 'orders' })],
  ])('%s', (_, service) => {
    expect(() => service(guardedChart()).keepTo(ServiceContract.of(ORDERS))).not.toThrow();
  });

  const differs = (what: string, own: string, said: string): string => (
    `shop/orders: ${what} is "${own}", and its contract says "${said}", on which other teams rely. Publish a contract with the actual value, or change it to match.`
  );
  test.each<[string, Partial<ServiceContractProps>]>([
    [differs('host', 'orders.shop.svc.cluster.local', 'orders.books.svc.cluster.local'), { namespace: 'books' }],
    [differs('protocol', 'http', 'grpc'), { protocol: AppProtocol.GRPC }],
    [differs('serviceAccount', 'orders', 'orders-pods'), { serviceAccount: 'orders-pods' }],
  ])('or fails: %s', (message, props) => {
    expect(() => serviceIn(guardedChart(), 'orders').keepTo(ServiceContract.of({ ...ORDERS, ...props }))).toThrow(new Error(message));
  });

  test('or fails on a port that it lacks', () => {
    expect(() => serviceIn(guardedChart(), 'orders').keepTo(ServiceContract.of({ ...ORDERS, port: 80 }))).toThrow(/^shop\/orders: .*80/);
  });
});
