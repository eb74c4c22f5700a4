import { Chart } from 'cdk8s';
import {
  Access, AccessOptions, AppProtocol, Caller, DataPlaneMode, DefaultAccess, GatewayTls, HttpMethod, IngressGateway, Istio, JwtIssuer, MeshApp,
  MeshNamespace, MeshPlatform, MeshService, MutualTls, PathMatch, Waypoint,
} from '../../../lib';
import { ambientShop, specsOf } from '../../support/ambient-shop';
import { objectsIn } from '../../support/edge-chart';
import { webIn } from '../../support/shop-chart';

const SERVE = 'The node proxies see only connections, not requests. Let a waypoint serve it: new Waypoint(chart, "waypoint", { services: [...] }), or leave that out.';
const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const TARGET = [{ group: '', kind: 'Service', name: 'web' }];
const BATCH = Caller.namespaces('batch');

function refused(feature: string, nearest: string): string {
  return `${feature} cannot be rendered for Istio 1.30 in ambient mode. ${nearest}`;
}

function problemsOf(chart: Chart): string[] {
  return [...new Set(chart.node.findAll().flatMap(({ node }) => node.validate()))];
}

describe('without a waypoint', () => {
  test('[F144] what the proxies of the nodes see is said of pods', () => {
    const chart = ambientShop();
    const web = webIn(chart, { morePorts: [{ port: 9090, targetPort: 9091, protocol: AppProtocol.TCP }] });
    web.access.allowFrom(BATCH, { ports: [9090] });
    web.access.allowFrom(Caller.cidr('192.0.2.0/24'));
    web.access.denyFrom(Caller.namespaces('legacy'));
    const selector = { matchLabels: { app: 'web' } };
    expect(specsOf(chart, 'AuthorizationPolicy')).toEqual({
      'web': { selector, rules: [{ from: [{ source: { ipBlocks: ['192.0.2.0/24'] } }] }, { from: [{ source: { namespaces: ['batch'] } }], to: [{ operation: { ports: ['9091'] } }] }] },
      'web.deny': { selector, action: 'DENY', rules: [{ from: [{ source: { namespaces: ['legacy'] } }] }] },
    });
  });

  test.each<[string, (access: Access) => void]>([
    ['access by methods of requests', access => access.allowFrom(BATCH, { methods: [HttpMethod.GET] })],
    ['access by paths of requests', access => access.allowFrom(BATCH, { paths: [PathMatch.below('/orders')] })],
    ['access by hosts of requests', access => access.allowFrom(BATCH, { hosts: ['shop.example.com'] })],
    ['access by methods of requests', access => access.denyFrom(BATCH, { methods: [HttpMethod.DELETE] })],
    ['access by tokens of requests', access => access.allowFrom(Caller.token(ISSUER))],
    ['access by tokens of requests', access => access.requireJwt(ISSUER)],
    ['reading tokens of requests', access => access.acceptJwt(ISSUER)],
    ['noting who calls', access => access.auditFrom(BATCH)],
  ])('[F144] never renders what they drop: %s', (feature, say) => {
    const chart = ambientShop();
    say(webIn(chart).access);
    expect(problemsOf(chart)).toContainEqual(expect.stringMatching(/^shop\/web\/access\/\w+: /));
    expect(problemsOf(chart).map(problem => problem.replace(/^\S+ /, ''))).toContain(refused(feature, SERVE));
    expect(() => chart.toJson()).toThrow('cannot be rendered for Istio 1.30 in ambient mode');
  });

  test('who calls is let in, and no proxy is told what else it knows', () => {
    const chart = ambientShop();
    const [web, orders] = [webIn(chart), new MeshService(chart, 'orders', { image: 'registry.example.com/orders:1', port: 8080 })];
    web.calls(orders);
    expect(specsOf(chart, 'AuthorizationPolicy')).toEqual({
      orders: { selector: { matchLabels: { app: 'orders' } }, rules: [{ from: [{ source: { principals: ['cluster.local/ns/shop/sa/web'] } }] }] },
    });
    expect(specsOf(chart, 'Sidecar')).toEqual({});
  });

  test('[F144] gateways are proxies as ever', () => {
    const chart = ambientShop();
    const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.secret('shop'), podNamespace: 'shop' });
    edge.access.requireJwt(ISSUER);
    edge.access.allowFrom(Caller.clientCidr('192.0.2.0/24'), { paths: [PathMatch.below('/')] });
    const selector = { matchLabels: { istio: 'ingressgateway' } };
    expect(specsOf(chart, 'RequestAuthentication')).toMatchObject({ edge: { selector } });
    expect(specsOf(chart, 'AuthorizationPolicy')).toMatchObject({ 'edge': { selector }, 'edge.deny': { selector } });
  });
});

describe('with a waypoint', () => {
  function servedWeb(say: (access: Access) => void): Chart {
    const chart = ambientShop();
    const web = webIn(chart, { port: 80, targetPort: 8080, morePorts: [{ port: 9090, targetPort: 9091, protocol: AppProtocol.TCP }] });
    say(web.access);
    new Waypoint(chart, 'waypoint', { services: [web] });
    return chart;
  }

  test.each<[string, AccessOptions, object | undefined]>([
    ['nothing else', {}, undefined],
    ['methods, at ports of the Service', { methods: [HttpMethod.GET] }, { methods: ['GET'], ports: ['80'] }],
    ['ports of the Service', { ports: [9090] }, { ports: ['9090'] }],
  ])('[F144] it reads what is said of the Service: %s', (_, options, operation) => {
    const chart = servedWeb(access => access.allowFrom(BATCH, options));
    const from = [{ source: { namespaces: ['batch'] } }];
    expect(specsOf(chart, 'AuthorizationPolicy').web).toEqual({ targetRefs: TARGET, rules: [{ from, to: operation && [{ operation }] }] });
  });

  test('[F144] it reads tokens, and refuses who has none', () => {
    const chart = servedWeb(access => access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/healthz')] }));
    expect(specsOf(chart, 'RequestAuthentication')).toMatchObject({ web: { targetRefs: TARGET, jwtRules: [{ issuer: 'https://auth.example.com' }] } });
    expect(specsOf(chart, 'AuthorizationPolicy')['web.deny']).toEqual({
      targetRefs: TARGET,
      action: 'DENY',
      rules: [{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }], to: [{ operation: { notPaths: ['/healthz'], ports: ['80'] } }] }],
    });
  });

  test('it notes who calls', () => {
    const chart = servedWeb(access => access.auditFrom(BATCH));
    expect(specsOf(chart, 'AuthorizationPolicy')['web.audit']).toMatchObject({ targetRefs: TARGET, action: 'AUDIT' });
  });

  test('fails on addresses, of which it sees those of tunnels', () => {
    expect(problemsOf(servedWeb(access => access.allowFrom(Caller.cidr('192.0.2.0/24'))))).toEqual([
      `shop/web/access/allow: ${refused('access by addresses through the waypoint "shop/waypoint"', 'It sees only addresses of tunnels. Name the callers, or set it on the gateway.')}`,
    ]);
  });

  test('fails on plain text, which comes to the pods past it', () => {
    expect(problemsOf(servedWeb(access => access.mutualTls(MutualTls.PERMISSIVE, 80)))).toEqual([
      `shop/web/access/safety: ${refused('accepting plain text behind the waypoint "shop/waypoint"', 'Plain text goes directly to the pods, which accept only traffic through the waypoint. Leave it out.')}`,
    ]);
  });
});

describe('of connections', () => {
  test('pods take only mutual TLS, or both', () => {
    const chart = ambientShop();
    webIn(chart).access.mutualTls(MutualTls.PERMISSIVE);
    expect(specsOf(chart, 'PeerAuthentication')).toEqual({ web: { selector: { matchLabels: { app: 'web' } }, mtls: { mode: 'PERMISSIVE' } } });
  });

  test('[F144] fails on plain text alone, of which the proxies of the nodes make both', () => {
    const message = refused('accepting only plain text', 'The node proxies then accept both. Use MutualTls.PERMISSIVE.');
    const chart = ambientShop();
    webIn(chart).access.mutualTls(MutualTls.DISABLED, 8080);
    expect(problemsOf(chart)).toContain(`shop/web/access/safety: ${message}`);
    const platform = new MeshPlatform(new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT, mutualTls: MutualTls.DISABLED }) }), 'platform');
    expect(problemsOf(platform)).toEqual([`platform/access/safety: ${message}`]);
  });
});

describe('of a whole mesh or namespace', () => {
  const EACH = 'A waypoint of single services reads only their own rules. Set it on each of them.';

  function platformIn(defaultAccess?: DefaultAccess): MeshPlatform {
    return new MeshPlatform(new MeshApp({ mesh: Istio.mesh({ mode: DataPlaneMode.AMBIENT, defaultAccess }) }), 'platform');
  }

  test('[F144] nobody is let in by default, with or without a waypoint', () => {
    const platform = platformIn();
    new Waypoint(new Chart(platform.node.root, 'shop', { namespace: 'shop' }), 'waypoint');
    expect(objectsIn(platform).filter(({ kind }) => kind === 'AuthorizationPolicy').map(({ metadata, spec }) => [metadata, spec])).toEqual([
      [{ name: 'allow-nothing', namespace: 'istio-system' }, {}],
    ]);
  });

  test('a namespace can let in who calls, and fails beside a waypoint, which would not read it', () => {
    const chart = ambientShop();
    new MeshNamespace(chart, 'shop').access.allowFrom(BATCH);
    expect(problemsOf(chart)).toEqual([]);
    new Waypoint(chart, 'waypoint');
    expect(problemsOf(chart)).toEqual([`shop/shop/access/allow: ${refused('access of a whole namespace beside the waypoint "shop/waypoint"', EACH)}`]);
  });

  test.each([DefaultAccess.DENY, DefaultAccess.OPEN])('the default of a namespace, %s, fails beside a waypoint', defaultAccess => {
    const chart = ambientShop();
    new MeshNamespace(chart, 'shop', { defaultAccess });
    new Waypoint(chart, 'waypoint');
    expect(problemsOf(chart)).toContainEqual(expect.stringContaining('access of a whole namespace beside the waypoint "shop/waypoint" cannot be rendered'));
  });

  test('a mesh fails to let in who calls beside a waypoint', () => {
    const platform = platformIn();
    platform.access.allowFrom(BATCH);
    expect(problemsOf(platform)).toEqual([]);
    new Waypoint(new Chart(platform.node.root, 'shop', { namespace: 'shop' }), 'waypoint');
    expect(problemsOf(platform)).toEqual([`platform/access/allow: ${refused('access of a whole mesh beside the waypoint "shop/waypoint"', EACH)}`]);
  });

  test('a mesh fails to keep somebody out, since waypoints of other teams would let him through', () => {
    const platform = platformIn();
    platform.access.denyFrom(BATCH);
    expect(problemsOf(platform)).toEqual([
      `platform/access/deny: ${refused('a denial for the whole mesh', 'Callers through a waypoint of any team would not be denied. Set it on the services.')}`,
    ]);
  });
});
