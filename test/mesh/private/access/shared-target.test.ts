import { Chart } from 'cdk8s';
import {
  Access, AppProtocol, Caller, DataPlaneMode, ExternalAuthorizer, GatewayTls, HttpMethod, IngressGateway, Istio, JwtIssuer, MeshService, MutualTls,
  Waypoint,
} from '../../../../lib';
import { answerIn, targetOf } from '../../../support/access-scene';
import { objectsIn } from '../../../support/edge-chart';
import { guardedChart, policiesOf, problemsOf, serviceIn, specsOf } from '../../../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const PORTS = { port: 80, targetPort: 8080, morePorts: [{ port: 81, targetPort: 8080 }, { port: 90, targetPort: 9090 }] };
const REPAIR = 'or give each its own targetPort.';

function ordersIn(chart: Chart): MeshService {
  return serviceIn(chart, 'orders', PORTS);
}

describe('a port of the Service that is the same port of the pods as another', () => {
  test.each<[string, (access: Access) => void]>([
    ['allowFrom', access => access.allowFrom(Caller.anyone(), { ports: [80] })],
    ['denyFrom', access => access.denyFrom(Caller.namespaces('old'), { ports: [90, 80] })],
    ['auditFrom', access => access.auditFrom(Caller.anyone(), { methods: [HttpMethod.GET], ports: [80] })],
    ['requireJwt', access => access.requireJwt(ISSUER, { ports: [80] })],
    ['requireAnyJwt', access => access.requireAnyJwt([ISSUER], { ports: [80] })],
    ['askAuthorizer', access => access.askAuthorizer(ExternalAuthorizer.fromName('opa'), { ports: [80] })],
  ])('is not named alone: %s', (verb, say) => {
    expect(() => say(ordersIn(guardedChart()).access)).toThrow(new Error(
      `shop/orders, ${verb}: the ports 80 and 81 of the Service are both port 8080 of the pods, so rules for 80 would also apply to 81. Set both: ports: [80, 81], ${REPAIR}`,
    ));
  });

  test('is not called alone', () => {
    const chart = guardedChart();
    const [orders, web] = [ordersIn(chart), serviceIn(chart, 'web')];
    expect(() => web.calls(orders, { ports: [81] })).toThrow(new Error(
      `shop/web, calls("shop/orders"): the ports 81 and 80 of the Service are both port 8080 of the pods, so rules for 81 would also apply to 80. Set both: ports: [81, 80], ${REPAIR}`,
    ));
  });

  test('is named with the other, or a port is that stands alone', () => {
    const chart = guardedChart();
    const { access } = ordersIn(chart);
    access.allowFrom(Caller.namespaces('both'), { ports: [81, 80] });
    access.allowFrom(Caller.namespaces('third'), { ports: [90] });
    const objects = objectsIn(chart);
    const answers = ['both', 'third'].map(name => [8080, 9090].map(port => (
      answerIn(objects, targetOf('service', port), { peer: `cluster.local/ns/${name}/sa/web` })
    )));
    expect(answers).toEqual([['allowed', 403], [403, 'allowed']]);
  });

  test('is no port of UDP of that number', () => {
    const chart = guardedChart();
    const { access } = serviceIn(chart, 'dns', { port: 53, protocol: AppProtocol.TCP, morePorts: [{ port: 53, protocol: AppProtocol.UDP, name: 'udp' }, { port: 80 }] });
    access.allowFrom(Caller.anyone(), { ports: [80] });
    expect(Object.keys(policiesOf(chart))).toEqual(['shop/dns']);
  });

  test('lets in the gateway that sends to it, as it does by the other', () => {
    const chart = guardedChart();
    const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none(), podNamespace: 'edge' });
    ordersIn(chart).exposeVia(edge, { hostname: 'shop.example.com', port: 81 });
    expect(policiesOf(chart)['shop/orders'].rules).toEqual([{ from: [{ source: { namespaces: ['edge'] } }], to: [{ operation: { ports: ['8080'] } }] }]);
  });

  test('is not named alone behind a waypoint either, which alone could tell the two apart', () => {
    const chart = guardedChart(Istio.mesh({ mode: DataPlaneMode.AMBIENT }));
    const orders = ordersIn(chart);
    new Waypoint(chart, 'waypoint', { services: [orders] });
    expect(() => orders.access.allowFrom(Caller.anyone(), { ports: [80] })).toThrow('the ports 80 and 81 of the Service are both port 8080 of the pods');
    orders.access.allowFrom(Caller.namespaces('web'), { ports: [80, 81] });
    expect(policiesOf(chart)['shop/orders'].rules).toEqual([{ from: [{ source: { namespaces: ['web'] } }], to: [{ operation: { ports: ['80', '81'] } }] }]);
  });
});

describe('connections to one port of the pods', () => {
  const problem = (one: string, other: string): string => (
    `shop/orders, mutualTls: the ports 80 and 81 of the Service are both port 8080 of the pods, which has only one mode, but would be ${one} by the one and ${other} by the other. Use the same for both, ${REPAIR}`
  );

  test.each<[string, (access: Access) => void, string]>([
    ['two ways', access => [access.mutualTls(MutualTls.STRICT, 81), access.mutualTls(MutualTls.DISABLED, 80)], problem('disabled', 'strict')],
    ['one beside that of the mesh', access => access.mutualTls(MutualTls.PERMISSIVE, 81), problem('strict', 'permissive')],
    ['one beside that of the service', access => [access.mutualTls(MutualTls.PERMISSIVE, 80), access.mutualTls(MutualTls.DISABLED)], problem('permissive', 'disabled')],
  ])('are not taken in two ways: %s', (_, say, text) => {
    const chart = guardedChart();
    say(ordersIn(chart).access);
    expect(problemsOf(chart)).toEqual([text]);
  });

  test.each<[string, (access: Access) => void, object]>([
    ['said of both', access => [80, 81].forEach(port => access.mutualTls(MutualTls.PERMISSIVE, port)), { portLevelMtls: { 8080: { mode: 'PERMISSIVE' } } }],
    ['as it is anyway', access => access.mutualTls(MutualTls.STRICT, 80), { portLevelMtls: { 8080: { mode: 'STRICT' } } }],
    ['of another port', access => access.mutualTls(MutualTls.DISABLED, 90), { portLevelMtls: { 9090: { mode: 'DISABLE' } } }],
  ])('are taken in one: %s', (_, say, spec) => {
    const chart = guardedChart();
    say(ordersIn(chart).access);
    expect(specsOf(chart, 'PeerAuthentication')['shop/orders']).toEqual({ selector: { matchLabels: { app: 'orders' } }, ...spec });
  });
});
