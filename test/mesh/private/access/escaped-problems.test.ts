import { Caller, Istio, Mesh, MeshNamespace, MeshPlatform, MeshService, MutualTls } from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Shop {
  readonly platform: MeshPlatform;
  readonly shop: MeshNamespace;
  readonly web: MeshService;
}

const OLD = Caller.namespaces('old');

/** What is wrong with a shop of which something is said. */
function problemsWith(say: (shop: Shop) => void, mesh: Mesh = Istio.mesh()): string[] {
  const chart = guardedChart(mesh);
  const web = serviceIn(chart, 'web', { targetPort: 9090, morePorts: [{ port: 81, targetPort: 9091 }] });
  const platform = new MeshPlatform(chart.node.scope!, 'platform');
  say({ platform, shop: platform.addNamespace('shop'), web });
  return problemsOf(chart);
}

function problem(place: string, denier: string): string {
  return `${place}: accepts plain text, which does not identify callers, and "${denier}" denies callers by identity, so these get in here. Use access.mutualTls(MutualTls.STRICT) here, or deny by address there.`;
}

describe('who is denied by who he is gets in by plain text', () => {
  test.each<[string, (shop: Shop) => void, string]>([
    ['at a service, denied by the mesh', ({ platform, web }) => [platform.access.denyFrom(OLD), web.access.mutualTls(MutualTls.PERMISSIVE)], problem('shop/web', 'platform')],
    ['at a service, denied by its namespace', ({ shop, web }) => [web.access.mutualTls(MutualTls.DISABLED), shop.access.denyFrom(OLD)], problem('shop/web', 'platform/shop')],
    ['at one port of it', ({ shop, web }) => [web.access.mutualTls(MutualTls.PERMISSIVE, 81), shop.access.denyFrom(OLD)], problem('shop/web', 'platform/shop')],
    ['at the one that is denied', ({ shop, web }) => [web.access.mutualTls(MutualTls.PERMISSIVE, 81), shop.access.denyFrom(OLD, { ports: [9091] })], problem('shop/web', 'platform/shop')],
    ['in a namespace', ({ platform, shop }) => [platform.access.denyFrom(OLD), shop.access.mutualTls(MutualTls.PERMISSIVE)], problem('platform/shop', 'platform')],
  ])('%s', (_, say, message) => {
    expect(problemsWith(say)).toEqual([message]);
  });
});

describe('who is denied stays out', () => {
  test.each<[string, (shop: Shop) => void]>([
    ['by his address', ({ platform, web }) => [platform.access.denyFrom(Caller.cidr('192.0.2.0/24')), web.access.mutualTls(MutualTls.PERMISSIVE)]],
    ['at other ports', ({ shop, web }) => [web.access.mutualTls(MutualTls.PERMISSIVE, 81), shop.access.denyFrom(OLD, { ports: [9090] })]],
    ['of another namespace', ({ platform, web }) => [new MeshNamespace(platform, 'pay').access.denyFrom(OLD), web.access.mutualTls(MutualTls.PERMISSIVE)]],
    ['by mutual TLS, which is said', ({ platform, web }) => [platform.access.denyFrom(OLD), web.access.mutualTls(MutualTls.STRICT)]],
    ['of a namespace that takes mutual TLS alone again', ({ platform, shop, web }) => [
      shop.access.denyFrom(OLD), web.access.mutualTls(MutualTls.STRICT), platform.addNamespace('pay').access.mutualTls(MutualTls.PERMISSIVE),
    ]],
  ])('%s', (_, say) => {
    expect(problemsWith(say)).toEqual([]);
  });

  test('is not said twice where the mesh takes plain text itself', () => {
    expect(problemsWith(({ platform }) => platform.access.denyFrom(OLD), Istio.mesh({ mutualTls: MutualTls.PERMISSIVE }))).toEqual([
      'platform: denies callers by identity, but accepts plain text, which does not identify callers. Use access.mutualTls(MutualTls.STRICT), or deny by address.',
    ]);
  });
});
