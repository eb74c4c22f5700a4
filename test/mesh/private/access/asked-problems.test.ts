import { ExternalAuthorizer, GatewayTls, IngressGateway, Istio, IstioRelease, MeshNamespace, MeshPlatform, MeshService } from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Shop {
  readonly platform: MeshPlatform;
  readonly shop: MeshNamespace;
  readonly web: MeshService;
  readonly edge: IngressGateway;
}

const [OPA, KEYS] = ['opa', 'keys'].map(name => ExternalAuthorizer.grpc(name, { service: MeshService.fromHost(`${name}.auth.svc.cluster.local`, 9000) }));

function problemsWith(say: (shop: Shop) => void, release = IstioRelease.V1_29): string[] {
  const chart = guardedChart(Istio.mesh({ release }));
  const web = serviceIn(chart, 'web');
  const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.secret('shop'), podNamespace: 'shop', podLabels: { app: 'edge' } });
  const platform = new MeshPlatform(chart.node.scope!, 'platform');
  [OPA, KEYS].forEach(authorizer => platform.addAuthorizer(authorizer));
  say({ platform, shop: platform.addNamespace('shop'), web, edge });
  return problemsOf(chart);
}

function problem(place: string, wide: string): string {
  return `${place}: asks "opa", and "${wide}" asks "keys" about the same requests. The mesh asks only one authorizer, and with two it rejects all requests. Use the same in both places, or leave it out in one.`;
}

describe('[F055] two are asked about the same requests', () => {
  test.each<[string, (shop: Shop) => void, string[]]>([
    ['by a service and the mesh', ({ platform, web }) => [web.access.askAuthorizer(OPA), platform.access.askAuthorizer(KEYS)], [problem('shop/web', 'platform')]],
    ['by a service and its namespace', ({ shop, web }) => [shop.access.askAuthorizer(KEYS), web.access.askAuthorizer(OPA)], [problem('shop/web', 'platform/shop')]],
    ['by a namespace and the mesh', ({ platform, shop }) => [platform.access.askAuthorizer(KEYS), shop.access.askAuthorizer(OPA)], [problem('platform/shop', 'platform')]],
    ['by a gateway and the mesh', ({ edge, platform }) => [platform.access.askAuthorizer(KEYS), edge.access.askAuthorizer(OPA)], [problem('shop/edge', 'platform')]],
    ['by a gateway and the namespace of its pods', ({ edge, shop }) => [shop.access.askAuthorizer(KEYS), edge.access.askAuthorizer(OPA)], [problem('shop/edge', 'platform/shop')]],
  ])('%s', (_, say, messages) => {
    expect(problemsWith(say)).toEqual(messages);
  });
});

describe('one is asked', () => {
  test.each<[string, (shop: Shop) => void]>([
    ['in all places', ({ platform, shop, web }) => [platform, shop, web].forEach(({ access }) => access.askAuthorizer(OPA))],
    ['about each of two services', ({ edge, web }) => [edge.access.askAuthorizer(KEYS), web.access.askAuthorizer(OPA)]],
    ['in another namespace', ({ platform, web }) => [platform.addNamespace('books').access.askAuthorizer(KEYS), web.access.askAuthorizer(OPA)]],
    ['by the mesh alone', ({ platform }) => platform.access.askAuthorizer(KEYS)],
  ])('%s', (_, say) => {
    expect(problemsWith(say)).toEqual([]);
  });
});

test('[F055] from Istio 1.30 on, two can be asked about the same requests', () => {
  const say = ({ platform, shop, web }: Shop) => [platform.access.askAuthorizer(OPA), shop.access.askAuthorizer(KEYS), web.access.askAuthorizer(OPA)];
  expect(problemsWith(say, IstioRelease.V1_30)).toEqual([]);
});
