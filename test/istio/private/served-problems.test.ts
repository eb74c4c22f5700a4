import { Chart } from 'cdk8s';
import { DataPlaneMode, EastWestGateway, GatewayTls, IngressGateway, Istio, MeshApp, MeshNamespace, MeshService, Waypoint } from '../../../lib';
import { WEB } from '../../support/shop-chart';

/** The walks through an environment that it takes to judge a waypoint for each of its namespaces. */
function walksOf(namespaces: number): number {
  const environment = new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }) }).environment('prod');
  for (let number = 0; number < namespaces; number++) {
    const chart = new Chart(environment, `team-${number}`, { namespace: `team-${number}` });
    new Waypoint(chart, 'waypoint', { meshNamespace: new MeshNamespace(chart, `team-${number}`) });
    new MeshService(chart, 'web', { ...WEB, port: 80 });
  }
  const constructs = environment.node.findAll();
  const walk = jest.spyOn(environment.node, 'findAll');
  expect(constructs.flatMap(({ node }) => node.validate())).toEqual([]);
  return walk.mock.calls.length;
}

test('the waypoints of all namespaces are judged in as few walks as one', () => {
  expect(walksOf(20)).toBe(walksOf(1));
});

test('what is in another environment is not served', () => {
  const app = new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }) });
  const [first, second] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop', { namespace: 'shop' }));
  new Waypoint(first, 'waypoint', { meshNamespace: new MeshNamespace(first, 'shop') });
  new IngressGateway(second, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: 'shop' });
  expect(app.node.findAll().flatMap(({ node }) => node.validate())).toEqual([]);
});

test('gateways between clusters cannot have their pods there either', () => {
  const app = new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT }) });
  const chart = new Chart(app, 'shop', { namespace: 'shop' });
  new Waypoint(chart, 'waypoint', { meshNamespace: new MeshNamespace(chart, 'shop') });
  new EastWestGateway(chart, 'cross-network', { podNamespace: 'shop' });
  expect(app.node.findAll().flatMap(({ node }) => node.validate())).toEqual([
    'shop/waypoint: the pods of the gateway "shop/cross-network" are in the namespace "shop", too, and would accept only traffic through the waypoint. Run them in another namespace, or serve single services: services: [...].',
  ]);
});
