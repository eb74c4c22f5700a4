import { Chart, Duration } from 'cdk8s';
import { AppProtocol, DataPlaneMode, ExternalService, IngressGateway, Istio, Linkerd, Match, Mesh, MeshApp, MeshHost, MeshService, Percent } from '../../lib';
import { objectsIn } from '../support/edge-chart';
import { shopChart } from '../support/shop-chart';

const KINDS: ReadonlyArray<[string, readonly string[], (chart: Chart, id?: string) => MeshHost]> = [
  ['a service of somebody else', [], (chart, id = 'pay') => MeshService.adopt(chart, id, { port: 80, serviceName: 'pay' })],
  ['a host outside', ['ServiceEntry'], (chart, id = 'pay') => new ExternalService(chart, id, { host: 'pay.example.com', port: 80 })],
];

describe.each(KINDS)('%s', (_, ownKinds, make) => {
  let chart: Chart;
  beforeEach(() => {
    chart = shopChart();
  });
  const kinds = (): unknown[] => objectsIn(chart).map(({ kind }) => kind);

  test('has no rules and no policy before something is said', () => {
    expect(make(chart).traffic.onPort(80)).toBeDefined();
    expect(kinds()).toEqual(ownKinds);
  });

  test('has its objects in the order in which they are applied, however it is said', () => {
    const { traffic } = make(chart);
    traffic.timeout(Duration.seconds(3));
    traffic.limitConnections();
    expect(kinds()).toEqual([...ownKinds, 'DestinationRule', 'VirtualService']);
  });

  test('has rules alone where rules alone are said, and a policy alone where that is', () => {
    make(chart).traffic.timeout(Duration.seconds(3));
    expect(kinds()).toEqual([...ownKinds, 'VirtualService']);
    chart = shopChart();
    make(chart).traffic.limitConnections();
    expect(kinds()).toEqual([...ownKinds, 'DestinationRule']);
  });

  test.each([[undefined, ['pay-here', 'pay']], [true, ['pay-chaos', 'pay-here', 'pay']]])('has routes at gateways, and faults there when that is said (%p)', (faults, expected) => {
    const host = make(chart);
    host.exposeVia(IngressGateway.fromName(chart, 'edge', 'istio-ingress/shared'), { hostname: 'shop.example.com', name: 'pay', faults });
    host.traffic.injectFault('chaos', Match.header('x-chaos-test', 'true'), { abort: { percent: Percent.of(10), status: 503 } });
    host.traffic.route('here', Match.header('x-here', 'true'), host, { timeout: Duration.seconds(1) });
    const exposed = objectsIn(chart).find(({ spec }) => spec.gateways !== undefined);
    expect(exposed.spec.http.map(({ name }: any) => name)).toEqual(expected);
  });

  test('has places for all its objects from the start', () => {
    expect(make(chart).node.children.map(({ node: { id } }) => id)).toEqual(['account', 'service', 'workload', 'policy', 'access', 'telemetry', 'proxies', 'rules']);
  });

  test('calls itself by its full name in all objects', () => {
    const host = make(chart);
    host.traffic.sendTo(host);
    host.traffic.limitConnections();
    const [rule, service] = objectsIn(chart).slice(ownKinds.length);
    const destination = { host: host.host, port: { number: 80 } };
    expect(rule.spec.host).toBe(host.host);
    expect(service.spec).toEqual({
      hosts: [host.host],
      http: [{ name: 'default', route: [{ destination }] }],
    });
  });

  test('is a target at one of its ports', () => {
    const host = make(chart);
    expect(host.atPort(80)._destinations({ host: host.host, port: 8080 })).toEqual([{ host: host.host, port: 80 }]);
    expect(() => host.atPort(81)).toThrow(/^shop\/pay: has no port 81\. Known ports: 80\./);
  });

  test('has one owner', () => {
    const { host } = make(chart);
    expect(() => make(chart, 'again')).toThrow(
      new Error(`shop/again: "shop/pay" already owns the host ${host}, and its traffic is configured in one place. Do it there, or refer to the host with MeshService.fromHost.`),
    );
  });
});

test('hosts inside and outside have owners of their own', () => {
  const chart = new Chart(new MeshApp({ mesh: Istio.mesh() }), 'shop', { namespace: 'shop' });
  const hosts = KINDS.map(([, , make], index) => make(chart, `pay-${index}`).host);
  expect(hosts).toEqual(['pay.shop.svc.cluster.local', 'pay.example.com']);
});

test('fails to send to another environment, and to be exposed there', () => {
  const app = new MeshApp({ mesh: Istio.mesh() });
  const [dev, prod] = ['dev', 'prod'].map(name => new Chart(app.environment(name), 'shop', { namespace: 'shop' }));
  const [web, other] = [dev, prod].map(chart => MeshService.adopt(chart, 'web', { port: 8080 }));
  const problem = new Error('dev/shop/web: refers to "prod/shop/web", which belongs to another environment, rendered for another cluster. Refer to the one in the same environment.');
  [other, other.addVersion('v1')].forEach(target => {
    expect(() => web.traffic.route('a', Match.header('a', 'b'), target)).toThrow(problem);
    expect(() => web.traffic.mirrorTo(target)).toThrow(problem);
  });
  expect(() => web.exposeVia(IngressGateway.fromName(prod, 'edge', 'edge/edge'), { hostname: 'shop.example.com' })).toThrow(/refers to "prod\/shop\/edge"/);
});

describe('calls of gRPC', () => {
  const grpc = { port: 9090, protocol: AppProtocol.GRPC };
  const rulesIn = (mesh: Mesh): any[] => {
    const chart = new Chart(new MeshApp({ mesh }), 'shop', { namespace: 'shop' });
    new MeshService(chart, 'web', { image: 'registry.example.com/web:1.4.2', port: 8080, morePorts: [grpc] });
    return chart.toJson().filter(({ kind }) => kind === 'VirtualService');
  };

  test('[F015] are repeated only when nobody can have processed them, also when nothing is said', () => {
    const [{ spec }, ...others] = rulesIn(Istio.mesh());
    const at = (port: number): object => ({ match: [{ port }], route: [{ destination: { host: 'web.shop.svc.cluster.local', port: { number: port } } }] });
    expect([others, spec.http]).toEqual([[], [
      { name: 'default', ...at(8080) },
      { name: 'default-9090', ...at(9090), retries: { attempts: 2, retryOn: 'connect-failure,refused-stream,reset-before-request' } },
    ]]);
  });

  test.each([['Linkerd', Linkerd.mesh()], ['ambient mode', Istio.mesh({ mode: DataPlaneMode.AMBIENT })]])('are repeated by nobody without being said: %s', (_, mesh) => {
    expect(rulesIn(mesh)).toEqual([]);
  });
});
