import { HttpMethod, JwtIssuer, PathMatch } from '../../../lib';
import { authorizationPolicySpec } from '../../../lib/istio/render/authorization-policy';
import type { AccessAction, AccessRuleIntent } from '../../../lib/mesh/private/access/access-intent';

const pods = { namespace: 'shop', podLabels: { app: 'web' } };
const issuer = JwtIssuer.of({ issuer: 'https://auth.example.com' })._intent;

function rendered(rule: Partial<AccessRuleIntent>): unknown {
  return JSON.parse(JSON.stringify(authorizationPolicySpec({ pods, action: 'allow', rules: [{ caller: {}, asked: {}, ...rule }] }))).rules[0];
}

test('[F053] without rules, no request fits', () => {
  expect(authorizationPolicySpec({ pods: { namespace: 'shop' }, action: 'allow', rules: [] })).toEqual({});
});

test.each<[AccessAction, object]>([
  ['allow', {}], ['deny', { action: 'DENY' }], ['audit', { action: 'AUDIT' }], [{ ask: 'opa' }, { action: 'CUSTOM', provider: { name: 'opa' } }],
])('[F055] the action %j', (action, said) => {
  expect(authorizationPolicySpec({ pods, action, rules: [{ caller: {}, asked: {} }] })).toEqual({ ...said, selector: { matchLabels: { app: 'web' } }, rules: [{}] });
});

test.each<[string, AccessRuleIntent['caller'], object]>([
  ['[F045] an account', { identity: { trustDomain: 'example.org', namespace: 'shop', account: 'web' } }, { principals: ['example.org/ns/shop/sa/web'] }],
  ['[F047] namespaces', { namespaces: ['a', 'b'] }, { namespaces: ['a', 'b'] }],
  ['[F048] addresses', { address: { ranges: ['192.0.2.0/24'], of: 'connection' } }, { ipBlocks: ['192.0.2.0/24'] }],
  ['[F048] addresses of clients', { address: { ranges: ['192.0.2.0/24'], of: 'client' } }, { remoteIpBlocks: ['192.0.2.0/24'] }],
  ['[F052] tokens', { token: { issuer, claims: [] } }, { requestPrincipals: ['https://auth.example.com/*'] }],
  ['[F052] a token about somebody', { token: { issuer, subject: 'joe', claims: [] } }, { requestPrincipals: ['https://auth.example.com/joe'] }],
])('%s', (_, caller, source) => {
  expect(rendered({ caller })).toEqual({ from: [{ source }] });
});

test('[F052] each claim is a condition', () => {
  const claims = [{ path: ['role'], values: ['admin', 'user'] }, { path: ['a', 'b'], values: ['c'] }];
  expect(rendered({ caller: { token: { issuer, claims } } })).toMatchObject({
    when: [{ key: 'request.auth.claims[role]', values: ['admin', 'user'] }, { key: 'request.auth.claims[a][b]', values: ['c'] }],
  });
});

test('[F052] a subject with a slash is a claim, since Istio splits principals at the last slash', () => {
  const claims = [{ path: ['role'], values: ['admin'] }];
  expect(rendered({ caller: { token: { issuer, subject: 'spiffe://example.com/jobs', claims } } })).toEqual({
    from: [{ source: { requestPrincipals: ['https://auth.example.com/*'] } }],
    when: [{ key: 'request.auth.claims[sub]', values: ['spiffe://example.com/jobs'] }, { key: 'request.auth.claims[role]', values: ['admin'] }],
  });
});

test('[F051] requests lack the tokens of some issuers', () => {
  expect(rendered({ lacks: ['https://a.example.com', 'b'] })).toEqual({ from: [{ source: { notRequestPrincipals: ['https://a.example.com/*', 'b/*'] } }] });
});

test('[F046] what is asked for', () => {
  expect(rendered({
    asked: {
      hosts: ['shop.example.com', '*.example.com'], methods: [HttpMethod.GET], ports: [8080], exceptMethods: [HttpMethod.OPTIONS], exceptPaths: [PathMatch.exact('/healthz')],
      paths: [PathMatch.exact('/v1/traces'), PathMatch.prefix('/orders'), PathMatch.below('/api'), PathMatch.below('/')],
    },
  })).toEqual({
    to: [{
      operation: {
        hosts: ['shop.example.com', 'shop.example.com:*', '*.example.com'], methods: ['GET'], ports: ['8080'], notMethods: ['OPTIONS'], notPaths: ['/healthz'],
        paths: ['/v1/traces', '/orders*', '/api', '/api/*', '/*'],
      },
    }],
  });
});
