import { Testing } from 'cdk8s';
import { MeshApp, MeshService, ServiceContract } from 'cdk8s-mesh';
import 'cdk8s-mesh/jest';
import { AcmeService, MESH, PAYMENTS, TeamChart } from '../src';

const orders = ServiceContract.of({ serviceName: 'orders', namespace: 'shop', port: 8080 });

let chart: TeamChart;

beforeEach(() => {
  chart = new TeamChart(new MeshApp({ mesh: MESH }), 'payments', { namespace: 'payments', owner: 'platform' });
});

function payments(): MeshService {
  return new AcmeService(chart, 'payments', { contract: PAYMENTS, image: 'registry.example.com/payments:2.1.0' }).service;
}

test('passes the checks of the mesh, without a warning', () => {
  payments().access.allowFrom(MeshService.fromContract(orders));
  // Another team's, which is not rendered here.
  chart.node.addMetadata('cdk8s-mesh/provides', 'ServiceAccount shop/orders');
  expect(chart).toPassMeshChecks({ failOn: 'warning' });
});

test('every object has its owner', () => {
  payments();
  const owners = Testing.synth(chart).map(({ metadata }) => metadata.labels['acme.example.com/owner']);
  expect(new Set(owners)).toEqual(new Set(['platform']));
});

test('who has no token is refused, and who is let in is known by his contract', () => {
  payments().access.allowFrom(MeshService.fromContract(orders));
  const policies = Testing.synth(chart).filter(({ kind }) => kind === 'AuthorizationPolicy').map(({ spec }) => spec);
  expect(policies).toContainEqual(expect.objectContaining({ action: 'DENY' }));
  expect(JSON.stringify(policies)).toContain('"cluster.local/ns/shop/sa/orders"');
});

test.each(['', 'Checkout', 'the checkout team', 'checkout-'])('"%s" is no owner', owner => {
  expect(() => new TeamChart(chart, 'more', { namespace: 'shop', owner })).toThrow(`payments/more: "${owner}" is no owner.`);
});

test('a service elsewhere than its contract says is an error', () => {
  const shop = new TeamChart(chart, 'shop', { namespace: 'shop', owner: 'checkout' });
  expect(() => new AcmeService(shop, 'payments', { contract: PAYMENTS, image: 'registry.example.com/payments:2.1.0' })).toThrow('payments');
});
