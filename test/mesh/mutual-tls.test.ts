import { Chart } from 'cdk8s';
import { AppProtocol, Caller, GatewayTls, IngressGateway, Istio, JwtIssuer, Linkerd, MeshNamespace, MeshPlatform, MeshService, MutualTls } from '../../lib';
import { guardedChart, problemsOf, serviceIn, specsOf } from '../support/guarded-chart';

const PORTS = { port: 80, targetPort: 8080, morePorts: [{ port: 81, targetPort: 8081, protocol: AppProtocol.GRPC }] };

function safetyOf(chart: Chart): Record<string, any> {
  return specsOf(chart, 'PeerAuthentication');
}

test('[F041] a mesh takes mutual TLS alone, and says so once, in its root namespace', () => {
  const platform = new MeshPlatform(guardedChart().node.root, 'platform');
  expect(safetyOf(platform)).toEqual({ 'istio-system/default': { mtls: { mode: 'STRICT' } } });
});

test.each([[MutualTls.DISABLED, 'DISABLE'], [MutualTls.PERMISSIVE, 'PERMISSIVE'], [MutualTls.STRICT, 'STRICT']])('[F041] a mesh that is %s', (mutualTls, mode) => {
  const platform = new MeshPlatform(guardedChart(Istio.mesh({ mutualTls, rootNamespace: 'mesh' })).node.root, 'platform');
  expect(safetyOf(platform)).toEqual({ 'mesh/default': { mtls: { mode } } });
});

test('[F041] a namespace and a service say otherwise', () => {
  const chart = guardedChart();
  new MeshNamespace(chart, 'legacy').access.mutualTls(MutualTls.PERMISSIVE);
  serviceIn(chart, 'orders').access.mutualTls(MutualTls.DISABLED);
  MeshService.adopt(chart, 'bills', { port: 80, podLabels: { 'app.kubernetes.io/name': 'bills' } }).access.mutualTls(MutualTls.STRICT);
  expect(safetyOf(chart)).toEqual({
    'legacy/default': { mtls: { mode: 'PERMISSIVE' } },
    'shop/orders': { selector: { matchLabels: { app: 'orders' } }, mtls: { mode: 'DISABLE' } },
    'shop/bills': { selector: { matchLabels: { 'app.kubernetes.io/name': 'bills' } }, mtls: { mode: 'STRICT' } },
  });
});

test('[F042] ports are said as the Service has them, and rendered as the pods have them', () => {
  const chart = guardedChart();
  const { access } = serviceIn(chart, 'orders', PORTS);
  access.mutualTls(MutualTls.DISABLED, 81);
  access.mutualTls(MutualTls.STRICT, 80);
  expect(safetyOf(chart)).toEqual({
    'shop/orders': { selector: { matchLabels: { app: 'orders' } }, portLevelMtls: { 8080: { mode: 'STRICT' }, 8081: { mode: 'DISABLE' } } },
  });
});

test('[F043] the phases of a rollout are the same program with another mode', () => {
  const phases = [MutualTls.PERMISSIVE, MutualTls.STRICT].map(mode => {
    const chart = guardedChart();
    new MeshNamespace(chart, 'shop').access.mutualTls(mode);
    return safetyOf(chart);
  });
  expect(phases).toEqual(['PERMISSIVE', 'STRICT'].map(mode => ({ 'shop/default': { mtls: { mode } } })));
});

test('Linkerd does it by itself', () => {
  expect(new MeshPlatform(guardedChart(Linkerd.mesh()).node.root, 'platform').toJson()).toEqual([]);
});

const escaped = 'denies callers by identity, but accepts plain text, which does not identify callers. Use access.mutualTls(MutualTls.STRICT), or deny by address.';
const unproven = 'allows callers by identity, but accepts only plain text, which does not identify callers. Leave out MutualTls.DISABLED, or allow by address.';

describe('callers that are told by who they are', () => {
  const mesh = Istio.mesh({ mutualTls: MutualTls.PERMISSIVE });

  test.each<[string, (access: MeshService['access']) => void, string[]]>([
    ['cannot be denied where plain text is taken', access => access.denyFrom(Caller.namespaces('old')), [`shop/orders: ${escaped}`]],
    ['cannot be denied where one port takes plain text', access => {
      access.mutualTls(MutualTls.STRICT);
      access.mutualTls(MutualTls.PERMISSIVE, 81);
      access.denyFrom(Caller.namespaces('old'));
    }, [`shop/orders: ${escaped}`]],
    ['can be denied at a port that takes none', access => {
      access.mutualTls(MutualTls.STRICT, 80);
      access.denyFrom(Caller.namespaces('old'), { ports: [80] });
    }, []],
    ['can be denied where mutual TLS alone is taken', access => {
      access.denyFrom(Caller.namespaces('old'));
      access.mutualTls(MutualTls.STRICT);
    }, []],
    ['can be denied by address', access => access.denyFrom(Caller.cidr('192.0.2.0/24')), []],
    ['can be allowed where both are taken', access => access.allowFrom(Caller.namespaces('new')), []],
    ['cannot be allowed where nothing but plain text is taken', access => {
      access.mutualTls(MutualTls.DISABLED);
      access.allowFrom(Caller.namespaces('new'));
    }, [`shop/orders: ${unproven}`]],
    ['cannot be allowed at a port that takes nothing but plain text', access => {
      access.mutualTls(MutualTls.DISABLED, 81);
      access.allowFrom(Caller.namespaces('new'), { ports: [81] });
    }, [`shop/orders: ${unproven}`]],
    ['can be allowed where one of the ports takes more, and get in there alone, which has to be said', access => {
      access.mutualTls(MutualTls.DISABLED, 81);
      access.allowFrom(Caller.namespaces('new'), { ports: [80] });
    }, []],
    ['get in nowhere at a port of plain text', access => {
      access.mutualTls(MutualTls.DISABLED, 81);
      access.allowFrom(Caller.namespaces('new'));
    }, ['shop/orders: accepts only plain text at port 81, which does not identify callers, but lets in only identified callers there, so nobody gets in. Leave out MutualTls.DISABLED, or use access.allowFrom(Caller.anyone(), { ports: [81] }).']],
    ['are not meant where anyone is allowed', access => {
      access.mutualTls(MutualTls.DISABLED);
      access.allowFrom(Caller.anyone());
    }, []],
  ])('%s', (_, say, problems) => {
    const chart = guardedChart(mesh);
    say(serviceIn(chart, 'orders', PORTS).access);
    expect(problemsOf(chart)).toEqual(problems);
  });

  test('are known where the namespace takes mutual TLS alone, whenever that is said', () => {
    const chart = guardedChart(mesh);
    serviceIn(chart, 'orders').access.denyFrom(Caller.namespaces('old'));
    const namespace = new MeshNamespace(chart, 'shop');
    expect(problemsOf(chart)).toEqual([`shop/orders: ${escaped}`]);
    namespace.access.mutualTls(MutualTls.STRICT);
    expect(problemsOf(chart)).toEqual([]);
  });
});

describe('fails', () => {
  test.each<[string, (chart: Chart) => void]>([
    ['platform, mutualTls: is already set. Set it once.', ({ node: { root } }) => new MeshPlatform(root, 'platform').access.mutualTls(MutualTls.PERMISSIVE)],
    ['shop/orders, mutualTls: is already set for port 80. Set it once.', chart => {
      const { access } = serviceIn(chart, 'orders', PORTS);
      [1, 2].forEach(() => access.mutualTls(MutualTls.STRICT, 80));
    }],
    ['shop/tenant, mutualTls: only a service has ports. Set it on the service.', chart => new MeshNamespace(chart, 'tenant').access.mutualTls(MutualTls.STRICT, 80)],
    ['shop/edge, mutualTls: a gateway accepts connections from outside the mesh as set in its tls. Use GatewayTls.mutual to require client certificates.',
      chart => new IngressGateway(chart, 'edge', { hostnames: ['a.example.com'], tls: GatewayTls.none() }).access.mutualTls(MutualTls.STRICT)],
    ['shop/orders: its pods have no proxy, which is needed for this. Leave out inMesh: false.',
      chart => serviceIn(chart, 'orders', { inMesh: false }).access.mutualTls(MutualTls.STRICT)],
  ])('%s', (message, say) => {
    expect(() => say(guardedChart())).toThrow(new Error(message));
  });

  test('on a port that the Service lacks, though the pods have it', () => {
    expect(() => serviceIn(guardedChart(), 'orders', PORTS).access.mutualTls(MutualTls.STRICT, 8081)).toThrow(/^shop\/orders, mutualTls: .*8081/);
  });

  test('an issuer is one at each place', () => {
    const { access } = serviceIn(guardedChart(), 'orders');
    access.acceptJwt(JwtIssuer.of({ issuer: 'https://auth.example.com' }));
    expect(() => access.acceptJwt(JwtIssuer.of({ issuer: 'https://auth.example.com', audiences: ['a'] }))).toThrow(new Error(
      'shop/orders: already uses the issuer "https://auth.example.com" with other options. Create one JwtIssuer, and use it in both places.',
    ));
  });
});
