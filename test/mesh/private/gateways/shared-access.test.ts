import { Chart } from 'cdk8s';
import {
  AccessOptions, Caller, DefaultAccess, EgressGateway, GatewayApi, GatewayTls, HttpMethod, IngressGateway, IngressGatewayProps, Istio, JwtIssuer,
  MeshApp,
} from '../../../../lib';
import { answerIn } from '../../../support/access-scene';
import { objectsIn } from '../../../support/edge-chart';
import { guardedChart, policiesOf, problemsOf } from '../../../support/guarded-chart';

const OFFICE = Caller.clientCidr('203.0.113.0/24');
const PARTNER = Caller.clientCidr('198.51.100.0/24');

type Say = (one: IngressGateway, other: IngressGateway) => void;

/** A gateway in a chart of its own. */
function gatewayIn(first: Chart, namespace: string, props: Partial<IngressGatewayProps> = {}): IngressGateway {
  const chart = new Chart(first.node.scope!, namespace, { namespace });
  return new IngressGateway(chart, 'edge', { hostnames: [`${namespace}.example.com`], tls: GatewayTls.none(), podNamespace: 'istio-system', ...props });
}

/** What is wrong with two gateways, of which something is said. */
function problemsOfTwo(say: Say, props: Partial<IngressGatewayProps> = {}, mesh = Istio.mesh()): string[] {
  const chart = guardedChart(mesh);
  say(gatewayIn(chart, 'a'), gatewayIn(chart, 'b', props));
  return problemsOf(chart);
}

function problem(one: string, other: string): string {
  return `${one}: "${other}" has the same pods (istio=ingressgateway) but other access rules, and the mesh applies the rules of both to both. Use the same access for both, or limit each to its hostnames with hosts; or make one gateway of the two, which IngressGateway.fromName refers to from elsewhere; or use podLabels of other pods.`;
}

const hosts = (host: string): AccessOptions => ({ hosts: [host] });

describe('gateways of the same pods', () => {
  test.each<[string, Say, string]>([
    ['the other of which lets everybody in', one => one.access.allowFrom(OFFICE), problem('a/edge', 'b/edge')],
    ['the first of which lets everybody in', (_, other) => other.access.allowFrom(OFFICE), problem('b/edge', 'a/edge')],
    ['which let in different callers', (one, other) => [one.access.allowFrom(OFFICE), other.access.allowFrom(PARTNER)], problem('a/edge', 'b/edge')],
    ['one of which lets in one more', (one, other) => [one.access.allowFrom(OFFICE), other.access.allowFrom(OFFICE), other.access.allowFrom(PARTNER)], problem('a/edge', 'b/edge')],
    ['one of which lets everybody in under the hostname of the other', (one, other) => [one.access.allowFrom(OFFICE), other.access.allowFrom(Caller.anyone(), hosts('*.example.com'))], problem('a/edge', 'b/edge')],
    ['at ports that both have', (one, other) => [one.access.allowFrom(OFFICE, { ports: [8080] }), other.access.allowFrom(PARTNER, { ports: [8080] })], problem('a/edge', 'b/edge')],
  ])('are an error, %s', (_, say, message) => {
    expect(problemsOfTwo(say)).toEqual([message]);
    expect(problemsOfTwo(say, {}, Istio.mesh({ defaultAccess: DefaultAccess.OPEN }))).toEqual([message]);
  });

  test.each<[string, Say]>([
    ['nobody narrows who may come', () => undefined],
    ['both say the same', (one, other) => [one, other].forEach(({ access }) => access.allowFrom(OFFICE))],
    ['each speaks of its own hostname', (one, other) => [one.access.allowFrom(OFFICE, hosts('a.example.com')), other.access.allowFrom(Caller.anyone(), hosts('b.example.com'))]],
    ['each speaks of its own ports', (one, other) => [one.access.allowFrom(OFFICE, { ports: [8080] }), other.access.allowFrom(Caller.anyone(), { ports: [9090] })]],
    ['both keep somebody out', (one, other) => [one, other].forEach(({ access }) => access.denyFrom(PARTNER))],
  ])('are none where %s', (_, say) => {
    expect(problemsOfTwo(say)).toEqual([]);
  });

  test('are found where the labels of one are some of the other', () => {
    const chart = guardedChart();
    gatewayIn(chart, 'a', { podLabels: { istio: 'ingressgateway', tier: 'b' } }).access.allowFrom(OFFICE);
    gatewayIn(chart, 'b');
    expect(problemsOf(chart)).toEqual([problem('a/edge', 'b/edge').replace('istio=ingressgateway', 'istio=ingressgateway, tier=b')]);
  });

  test.each<[string, Partial<IngressGatewayProps>]>([
    ['with another label', { podLabels: { istio: 'other' } }],
    ['that the mesh runs for it', { api: GatewayApi.KUBERNETES, podNamespace: undefined }],
    ['of its own namespace', { podNamespace: undefined }],
  ])('are not those %s', (_, props) => {
    expect(problemsOfTwo(one => one.access.allowFrom(OFFICE), props)).toEqual([]);
  });

  test('are not those of two namespaces, but what is said in the root namespace holds everywhere', () => {
    const [apart, together] = [guardedChart(), guardedChart()];
    gatewayIn(apart, 'a', { podNamespace: 'a' }).access.allowFrom(OFFICE);
    gatewayIn(apart, 'b', { podNamespace: 'b' });
    gatewayIn(together, 'a', { podNamespace: 'a' }).access.allowFrom(OFFICE);
    gatewayIn(together, 'b');
    expect([problemsOf(apart), problemsOf(together)]).toEqual([[], [problem('a/edge', 'b/edge')]]);
  });

  test('are not those of two environments', () => {
    const app = new MeshApp({ mesh: Istio.mesh() });
    const [one, other] = ['dev', 'prod'].map(name => gatewayIn(new Chart(app.environment(name), 'shop'), name));
    one.access.allowFrom(OFFICE);
    expect(problemsOf(Chart.of(other))).toEqual([]);
  });

  test('may be those by which requests leave', () => {
    const chart = guardedChart();
    const [one] = ['a', 'b'].map(name => new EgressGateway(chart, name, { serviceName: name }));
    one.access.allowFrom(Caller.namespaces('shop'));
    expect(problemsOf(chart)).toContain(problem('shop/a', 'shop/b').replace('ingressgateway', 'egressgateway'));
  });
});

test('what each says of its own hostname is rendered as said', () => {
  const chart = guardedChart();
  const gateway = gatewayIn(chart, 'a');
  gateway.access.allowFrom(OFFICE, hosts('a.example.com'));
  expect(policiesOf(Chart.of(gateway))['istio-system/a.edge'].rules).toEqual([
    { from: [{ source: { remoteIpBlocks: ['203.0.113.0/24'] } }], to: [{ operation: { hosts: ['a.example.com', 'a.example.com:*'] } }] },
  ]);
});

describe('a gateway that passes TLS on unread, of the same pods as one that denies', () => {
  const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
  const PASSING = { tls: GatewayTls.passthrough() };
  const PASSED = 'a/edge: denies by properties of requests, and "b/edge" has the same pods (istio=ingressgateway) and passes TLS through. In a denial, the mesh ignores conditions that connections do not have, and would refuse these. Set the pod ports that speak HTTP: { ports: [8080] }; or set it on the services, or use podLabels of other pods.';

  test.each<[string, Say]>([
    ['those without a token', one => one.access.requireJwt(ISSUER)],
    ['some tokens', one => one.access.denyFrom(Caller.token(ISSUER).withClaim('role', 'guest'))],
    ['methods of an address', one => one.access.denyFrom(Caller.cidr('198.51.100.0/24'), { methods: [HttpMethod.DELETE] })],
    ['addresses of clients', one => one.access.denyFrom(PARTNER)],
  ])('is an error: %s', (_, say) => {
    expect(problemsOfTwo(say, PASSING)).toEqual([PASSED]);
    expect(problemsOfTwo(say, { ...PASSING, podLabels: { istio: 'ingressgateway', app: 'edge' } })).toEqual([PASSED]);
    // What is said in the root namespace holds everywhere.
    expect(problemsOfTwo(say, { ...PASSING, podNamespace: 'edge' })).toEqual([PASSED]);
  });

  test.each<[string, Say, Partial<IngressGatewayProps>]>([
    ['what connections have, too', one => one.access.denyFrom(Caller.cidr('198.51.100.0/24')), PASSING],
    ['at ports that are named', one => [one.access.requireJwt(ISSUER, { ports: [8080] }), one.access.denyFrom(PARTNER, { ports: [8080] })], PASSING],
    ['at other pods', one => one.access.requireJwt(ISSUER), { ...PASSING, podLabels: { istio: 'other' } }],
    ['beside one that reads requests', one => one.access.requireJwt(ISSUER), {}],
  ])('is none: %s', (_, say, props) => {
    expect(problemsOfTwo(say, props)).toEqual([]);
  });

  test('keeps its connections where the denial names the ports of HTTP, and would lose them where it does not', () => {
    const chart = guardedChart();
    gatewayIn(chart, 'a').access.requireJwt(ISSUER, { ports: [8080] });
    gatewayIn(chart, 'b', PASSING);
    const objects = chart.node.root.node.findAll().filter(one => Chart.isChart(one)).flatMap(one => objectsIn(one));
    const target = { namespace: 'istio-system', labels: { istio: 'ingressgateway' }, isGateway: true };
    const everywhere = objects.map(object => object.spec.action === 'DENY' ? { ...object, spec: { ...object.spec, rules: [{ from: object.spec.rules[0].from }] } } : object);
    const answers = [objects, everywhere].map(all => [
      answerIn(all, { ...target, port: 8443, protocol: 'tcp' }, {}), answerIn(all, { ...target, port: 8080, protocol: 'http' }, {}),
    ]);
    expect(answers).toEqual([['allowed', 403], [403, 403]]);
  });
});
