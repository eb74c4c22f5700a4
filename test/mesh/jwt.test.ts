import { Chart } from 'cdk8s';
import { AppProtocol, Caller, ExternalAuthorizer, GatewayTls, HttpMethod, IngressGateway, JwtIssuer, MeshNamespace, MeshPlatform, PathMatch } from '../../lib';
import { guardedChart, policiesOf, serviceIn, specsOf } from '../support/guarded-chart';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com', audiences: ['orders'] });
const OTHER = JwtIssuer.of({ issuer: 'partners', keysUrl: 'https://partners.example.com/keys' });

const orders = { matchLabels: { app: 'orders' } };
const read = { issuer: 'https://auth.example.com', audiences: ['orders'] };

/** Both kinds of object, after something was said of `orders`. */
function saidOf(say: (access: any, chart: Chart) => void, props = {}): { readonly tokens: any; readonly policies: any } {
  const chart = guardedChart();
  say(serviceIn(chart, 'orders', props).access, chart);
  return { tokens: specsOf(chart, 'RequestAuthentication'), policies: policiesOf(chart) };
}

test('[F050] tokens of an issuer are read, and those that are not valid refused; requests without one are let through', () => {
  const issuer = JwtIssuer.of({
    issuer: 'https://auth.example.com', keysUrl: 'https://auth.example.com/.well-known/jwks.json', audiences: ['rust-api'], forwardToken: true,
    payloadHeader: 'x-jwt-payload', claimHeaders: { sub: 'x-user' },
  });
  expect(saidOf(access => access.acceptJwt(issuer))).toEqual({
    tokens: {
      'shop/orders': {
        selector: orders,
        jwtRules: [{
          issuer: 'https://auth.example.com', jwksUri: 'https://auth.example.com/.well-known/jwks.json', audiences: ['rust-api'], forwardOriginalToken: true,
          outputPayloadToHeader: 'x-jwt-payload', outputClaimToHeaders: [{ claim: 'sub', header: 'x-user' }],
        }],
      },
    },
    policies: {},
  });
});

test('[F051] to require a token is to deny who has none, and lets nobody in', () => {
  expect(saidOf(access => access.requireJwt(ISSUER))).toEqual({
    tokens: { 'shop/orders': { selector: orders, jwtRules: [read] } },
    policies: { 'shop/orders.deny': { selector: orders, action: 'DENY', rules: [{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }] }] } },
  });
});

test('[F051] probes and preflights need none', () => {
  const { policies } = saidOf(access => {
    access.requireJwt(ISSUER, { exemptPaths: [PathMatch.exact('/healthz'), PathMatch.exact('/ready')], exemptPreflights: true });
  });
  expect(policies['shop/orders.deny'].rules).toEqual([{
    from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }], to: [{ operation: { notMethods: ['OPTIONS'], notPaths: ['/healthz', '/ready'] } }],
  }]);
});

test('[F051] of two issuers that are required one is enough; one that is only read is not', () => {
  const both = saidOf(access => [ISSUER, OTHER].forEach(issuer => access.requireJwt(issuer)));
  expect(both.policies['shop/orders.deny'].rules).toEqual([{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*', 'partners/*'] } }] }]);
  const one = saidOf(access => {
    access.acceptJwt(OTHER);
    access.requireJwt(ISSUER);
  });
  expect(one.policies['shop/orders.deny'].rules).toEqual([{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }] }]);
  expect(one.tokens['shop/orders'].jwtRules).toEqual([read, { issuer: 'partners', jwksUri: 'https://partners.example.com/keys' }]);
});

test('[F051] a token of any of several issuers is one requirement, whatever their order, and is the same as one said of each', () => {
  const options = { exemptPreflights: true };
  const [any, reversed, each] = [
    saidOf(access => access.requireAnyJwt([ISSUER, OTHER], options)),
    saidOf(access => access.requireAnyJwt([OTHER, ISSUER, OTHER], options)),
    saidOf(access => [ISSUER, OTHER].forEach(issuer => access.requireJwt(issuer, options))),
  ];
  expect(any.policies['shop/orders.deny'].rules).toEqual([{
    from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*', 'partners/*'] } }], to: [{ operation: { notMethods: ['OPTIONS'] } }],
  }]);
  expect([reversed, each]).toEqual([any, any]);
});

test('[F051] fails on any of no issuers', () => {
  expect(() => serviceIn(guardedChart(), 'orders').access.requireAnyJwt([])).toThrow(new Error(
    'shop/orders, requireAnyJwt: names no issuer, so no token would be accepted. Name at least one.',
  ));
});

test('[F051] a token of an issuer that the namespace or the mesh reads is none of those that are required', () => {
  const chart = guardedChart();
  new MeshPlatform(chart, 'platform').access.acceptJwt(OTHER);
  new MeshNamespace(chart, 'shop').access.acceptJwt(JwtIssuer.of({ issuer: 'https://login.example.com' }));
  serviceIn(chart, 'orders').access.requireJwt(ISSUER);
  expect(policiesOf(chart)['shop/orders.deny'].rules).toEqual([{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }] }]);
});

test('[F051] only ports whose requests are seen ask for one: of others, everybody would be denied', () => {
  const { policies } = saidOf(access => access.requireJwt(ISSUER), { morePorts: [{ port: 3306, protocol: AppProtocol.MYSQL }] });
  expect(policies['shop/orders.deny'].rules).toEqual([{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }], to: [{ operation: { ports: ['8080'] } }] }]);
});

test('[F052] a claim has one of some values, whoever issued it and whoever it is about', () => {
  const { tokens, policies } = saidOf(access => {
    access.allowFrom(Caller.token(ISSUER).withClaim('role', 'user', 'admin'));
    access.allowFrom(Caller.token(ISSUER).withSubject('joe').withClaim('realm_access.roles', 'a').withClaim('https://example.com/team', 'b'), { methods: [HttpMethod.DELETE] });
  });
  expect(tokens).toEqual({ 'shop/orders': { selector: orders, jwtRules: [read] } });
  expect(policies['shop/orders'].rules).toEqual([
    {
      from: [{ source: { requestPrincipals: ['https://auth.example.com/joe'] } }],
      to: [{ operation: { methods: ['DELETE'] } }],
      when: [{ key: 'request.auth.claims[realm_access][roles]', values: ['a'] }, { key: 'request.auth.claims[https://example.com/team]', values: ['b'] }],
    },
    { from: [{ source: { requestPrincipals: ['https://auth.example.com/*'] } }], when: [{ key: 'request.auth.claims[role]', values: ['admin', 'user'] }] },
  ]);
});

test.each<[string, string]>([['allowFrom', 'shop/orders'], ['denyFrom', 'shop/orders.deny']])('[F052] a subject with a slash is told by its claim: %s', (verb, name) => {
  const { policies } = saidOf(access => access[verb](Caller.token(ISSUER).withSubject('teams/a')));
  expect(policies[name].rules).toEqual([{
    from: [{ source: { requestPrincipals: ['https://auth.example.com/*'] } }], when: [{ key: 'request.auth.claims[sub]', values: ['teams/a'] }],
  }]);
});

test('[F050] [F051] a gateway asks for tokens before anything gets in', () => {
  const chart = guardedChart();
  const { access } = new IngressGateway(chart, 'edge', { hostnames: ['shop.example.com'], tls: GatewayTls.none() });
  access.requireJwt(ISSUER, { exemptPreflights: true });
  const selector = { matchLabels: { istio: 'ingressgateway' } };
  expect(specsOf(chart, 'RequestAuthentication')).toEqual({ 'shop/edge': { selector, jwtRules: [read] } });
  expect(policiesOf(chart)).toEqual({
    'shop/edge': { selector, rules: [{}] },
    'shop/edge.deny': {
      selector, action: 'DENY', rules: [{ from: [{ source: { notRequestPrincipals: ['https://auth.example.com/*'] } }], to: [{ operation: { notMethods: ['OPTIONS'] } }] }],
    },
  });
});

test('fails on exempt paths that would be taken for another text', () => {
  expect(() => saidOf(access => access.requireJwt(ISSUER, { exemptPaths: [PathMatch.regex('/h.*')] }))).toThrow(new Error(
    'shop/orders, requireJwt: the mesh does not support regular expressions for paths here, and would compare "/h.*" as plain text. Use PathMatch.exact, below or prefix.',
  ));
});

describe.each<[string, (exemptPaths: PathMatch[]) => unknown]>([
  ['requireJwt', exemptPaths => saidOf(access => access.requireJwt(ISSUER, { exemptPaths }))],
  ['askAuthorizer', exemptPaths => saidOf(access => access.askAuthorizer(ExternalAuthorizer.fromName('opa'), { exemptPaths }))],
])('exempt paths of %s fail where one stands for others, since a server may make another page of it', (verb, say) => {
  test.each([['below', PathMatch.below('/public'), '/public'], ['with a beginning', PathMatch.prefix('/public/'), '/public/'], ['below the root', PathMatch.below('/'), '/']])('%s', (_, path, text) => {
    expect(() => say([PathMatch.exact('/healthz'), path])).toThrow(new Error(
      `shop/orders, ${verb}: a path that begins with "${text}" may lead to any page, as "${text.replace(/\/$/, '')}/%5C..%5Cadmin" does for many servers, and would be open to everyone. Use PathMatch.exact for each path.`,
    ));
  });
});
