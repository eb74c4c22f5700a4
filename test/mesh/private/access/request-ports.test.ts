import { Chart } from 'cdk8s';
import { Access, AppProtocol, Caller, GatewayTls, HttpMethod, IngressGateway, JwtIssuer, MeshNamespace, MeshPlatform, MutualTls } from '../../../../lib';
import { guardedChart, policiesOf, serviceIn } from '../../../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const OTHER = JwtIssuer.of({ issuer: 'https://login.example.com' });
const OLD = Caller.namespaces('old');
const lacking = (...issuers: string[]): object => ({ from: [{ source: { notRequestPrincipals: issuers.map(issuer => `${issuer}/*`) } }] });

function problem(place: string, verb: string, kind: string): Error {
  return new Error(
    `${place}, ${verb}: the ${kind} may have pods that do not speak HTTP, and because methods and tokens are unknown there, all their traffic would be refused, too. Set ports: [8080], the pod ports that speak HTTP; or set it on the services.`,
  );
}

function platformIn(): { readonly chart: Chart; readonly access: Access } {
  const platform = new MeshPlatform(guardedChart().node.root, 'platform');
  return { chart: platform, access: platform.access };
}

function namespaceIn(): { readonly chart: Chart; readonly access: Access } {
  const chart = guardedChart();
  return { chart, access: new MeshNamespace(chart, 'shop').access };
}

describe.each<[string, string, string, () => { readonly chart: Chart; readonly access: Access }]>([
  ['mesh', 'platform', 'istio-system/mesh.deny', platformIn],
  ['namespace', 'shop/shop', 'shop/namespace.deny', namespaceIn],
])('of a %s, whose ports nobody knows here,', (kind, place, policy, create) => {
  test.each<[string, string, (access: Access) => void]>([
    ['tokens', 'requireJwt', access => access.requireJwt(ISSUER)],
    ['the token of a caller', 'denyFrom', access => access.denyFrom(Caller.token(ISSUER))],
    ['methods', 'denyFrom', access => access.denyFrom(OLD, { methods: [HttpMethod.DELETE] })],
  ])('a denial by %s has to name them: it would be one of every connection of TCP', (_, verb, say) => {
    expect(() => say(create().access)).toThrow(problem(place, verb, kind));
  });

  test('those that are named are asked for what only requests have', () => {
    const { access, chart } = create();
    access.requireJwt(ISSUER, { ports: [8080, 80] });
    access.requireJwt(OTHER, { ports: [80, 8080] });
    access.denyFrom(OLD, { methods: [HttpMethod.DELETE], ports: [8080] });
    const operation = { ports: ['80', '8080'] };
    expect(policiesOf(chart)[policy].rules).toEqual([
      { ...lacking('https://auth.example.com', 'https://login.example.com'), to: [{ operation }] },
      { from: [{ source: { namespaces: ['old'] } }], to: [{ operation: { methods: ['DELETE'], ports: ['8080'] } }] },
    ]);
  });

  test('all are meant by a denial by who somebody is', () => {
    expect(() => create().access.denyFrom(OLD)).not.toThrow();
  });

  test('tokens of several issuers are asked for at the same', () => {
    const { access } = create();
    access.requireJwt(ISSUER, { ports: [8080] });
    expect(() => access.requireJwt(OTHER, { ports: [9090] })).toThrow(new Error(
      `${place}, requireJwt: tokens are required at ports 8080 already, and one of several issuers is enough. Set it once for all of them: requireAnyJwt([...], { ports: [...] }).`,
    ));
  });
});

test('of a service, ports that speak HTTP are known, and need not be named', () => {
  const chart = guardedChart();
  const { access } = serviceIn(chart, 'orders', { morePorts: [{ port: 3306, protocol: AppProtocol.MYSQL }] });
  access.requireJwt(ISSUER);
  access.denyFrom(OLD, { methods: [HttpMethod.DELETE] });
  expect(policiesOf(chart)['shop/orders.deny'].rules).toEqual([
    { ...lacking('https://auth.example.com'), to: [{ operation: { ports: ['8080'] } }] },
    { from: [{ source: { namespaces: ['old'] } }], to: [{ operation: { methods: ['DELETE'], ports: ['8080'] } }] },
  ]);
  expect(() => access.requireJwt(OTHER, { ports: [3306] })).toThrow(
    'shop/orders, requireJwt: port 3306 speaks mysql, whose requests the mesh does not see',
  );
});

test('of a gateway, every port takes requests, or it is an error', () => {
  const chart = guardedChart();
  const create = (id: string, tls: GatewayTls) => new IngressGateway(chart, id, { hostnames: [`${id}.example.com`], tls, podLabels: { app: id } }).access;
  create('open', GatewayTls.none()).requireJwt(ISSUER);
  expect(policiesOf(chart)['shop/open.deny'].rules).toEqual([lacking('https://auth.example.com')]);
  expect(() => create('passing', GatewayTls.passthrough()).requireJwt(ISSUER)).toThrow('shop/passing, requireJwt: TLS is passed through');
});

test('[F051] of a service, a port for metrics may be left without', () => {
  const chart = guardedChart();
  const { access } = serviceIn(chart, 'orders', { port: 80, targetPort: 8080, morePorts: [{ port: 9090 }] });
  access.requireJwt(ISSUER, { ports: [80] });
  access.mutualTls(MutualTls.PERMISSIVE, 9090);
  access.allowFrom(Caller.anyone(), { ports: [9090] });
  expect(policiesOf(chart)['shop/orders.deny'].rules).toEqual([{ ...lacking('https://auth.example.com'), to: [{ operation: { ports: ['8080'] } }] }]);
  expect(() => access.requireJwt(OTHER)).toThrow(new Error(
    'shop/orders, requireJwt: tokens are required at ports 8080 already, and one of several issuers is enough. Set it once for all of them: requireAnyJwt([...], { ports: [...] }).',
  ));
});

test('fails on an issuer of whose tokens other requests are free', () => {
  const { access } = serviceIn(guardedChart(), 'orders');
  access.requireJwt(ISSUER);
  expect(() => access.requireJwt(OTHER, { exemptPreflights: true })).toThrow(new Error(
    'shop/orders, requireJwt: other requests need no token of "https://auth.example.com", and one of several issuers is enough, so a request exempt for one would be exempt for all. Set it once for all of them: requireAnyJwt([...], { exemptPaths: [...] }).',
  ));
});
