import { Access, GatewayTls, IngressGateway, JwtIssuer, JwtIssuerProps, MeshNamespace, MeshPlatform, MeshService } from '../../../../lib';
import { guardedChart, problemsOf, serviceIn } from '../../../support/guarded-chart';

interface Scene {
  readonly edge: Access;
  readonly orders: MeshService;
  readonly platform: MeshPlatform;
  readonly shop: MeshNamespace;
}

function problemsAfter(say: (scene: Scene) => void): string[] {
  const chart = guardedChart();
  const platform = new MeshPlatform(chart.node.scope!, 'platform');
  const shop = platform.addNamespace('shop');
  const edge = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
  const orders = serviceIn(chart, 'orders', { port: 80, targetPort: 8080, morePorts: [{ port: 9090 }] });
  say({ edge: edge.access, orders, platform, shop });
  orders.exposeVia(edge, { hostname: 'shop.example.com' });
  return problemsOf(chart);
}

function issuer(props: Partial<JwtIssuerProps> = {}): JwtIssuer {
  return JwtIssuer.of({ issuer: 'https://auth.example.com', ...props });
}

const OTHER = issuer({ issuer: 'partners', keysUrl: 'https://partners.example.com/keys' });
const lost = (names = 'https://auth.example.com') => [
  `shop/orders: requires a token of "${names}", and the gateway "shop/edge" verifies it and removes it from the requests that it sends here, so all of them are refused. Set forwardToken: true on the JwtIssuer there, or require it at only one of the two.`,
];

describe('fails where a gateway takes out a token that is asked for behind it', () => {
  test.each<[string, (scene: Scene) => void, string[]]>([
    ['required at both', ({ edge, orders }) => [edge, orders.access].forEach(access => access.requireJwt(issuer())), lost()],
    ['only read at the gateway', ({ edge, orders }) => [edge.acceptJwt(issuer()), orders.access.requireJwt(issuer())], lost()],
    ['required in the namespace', ({ edge, shop }) => [edge.acceptJwt(issuer()), shop.access.requireJwt(issuer(), { ports: [8080] })], lost()],
    ['required in the mesh, whose gateways it is read at by that', ({ platform }) => platform.access.requireJwt(issuer(), { ports: [8080] }), lost()],
    ['two, and none gets there', ({ edge, orders }) => [edge, orders.access].forEach(access => [issuer(), OTHER].forEach(one => access.requireJwt(one))),
      lost('https://auth.example.com" or "partners')],
  ])('%s', (_, say, problems) => {
    expect(problemsAfter(say)).toEqual(problems);
  });
});

test.each<[string, (scene: Scene) => void]>([
  ['it is forwarded', ({ edge, orders }) => [edge, orders.access].forEach(access => access.requireJwt(issuer({ forwardToken: true })))],
  ['only the gateway asks for it', ({ edge }) => edge.requireJwt(issuer())],
  ['only the service asks for it', ({ orders }) => orders.access.requireJwt(issuer())],
  ['the service only reads it', ({ edge, orders }) => [edge.requireJwt(issuer()), orders.access.acceptJwt(issuer())]],
  ['that of another is enough', ({ edge, orders }) => [edge.requireJwt(issuer()), ...[issuer(), OTHER].map(one => orders.access.requireJwt(one))]],
  ['it comes in a cookie, which stays', ({ edge, orders }) => [edge, orders.access].forEach(access => access.requireJwt(issuer({ cookies: ['session'] })))],
  ['the service looks elsewhere', ({ edge, orders }) => [edge.requireJwt(issuer()), orders.access.requireJwt(issuer({ headers: [{ name: 'x-token' }] }))]],
  ['another port asks for it', ({ edge, shop }) => [edge.acceptJwt(issuer()), shop.access.requireJwt(issuer(), { ports: [9090] })]],
])('nothing is wrong where %s', (_, say) => {
  expect(problemsAfter(say)).toEqual([]);
});
