import { Caller, JwtIssuer } from '../../lib';

const ISSUER = JwtIssuer.of({ issuer: 'https://auth.example.com' });
const RANGE = 'Use a CIDR range, such as "10.0.0.0/8" or "192.0.2.7/32".';
const none = 'got no values. Name at least one, or use Caller.anyone().';

test('anyone is of whom nothing is said', () => {
  expect(Caller.anyone()._callers()).toEqual([{}]);
});

test('[F047] [F048] lists are in order, and name each once', () => {
  expect(Caller.namespaces('b', 'a', 'b')._callers()).toEqual([{ namespaces: ['a', 'b'] }]);
  expect(Caller.cidr('192.0.2.0/24', '10.1.0.0/16', '192.0.2.0/24')._callers()).toEqual([{ address: { ranges: ['10.1.0.0/16', '192.0.2.0/24'], of: 'connection' } }]);
  expect(Caller.clientCidr('203.0.113.0/24')._callers()).toEqual([{ address: { ranges: ['203.0.113.0/24'], of: 'client' } }]);
});

test('[F052] what is chained makes another caller, of whom all holds', () => {
  const token = Caller.token(ISSUER);
  const admin = token.withClaim('role', 'admin').withClaim('team', 'b', 'a').fromCidr('192.0.2.0/24').withSubject('joe');
  expect(admin._callers()).toEqual([{
    address: { ranges: ['192.0.2.0/24'], of: 'connection' },
    token: { issuer: ISSUER._intent, subject: 'joe', claims: [{ path: ['role'], values: ['admin'] }, { path: ['team'], values: ['a', 'b'] }] },
  }]);
  expect(token._callers()).toEqual([{ token: { issuer: ISSUER._intent, claims: [] } }]);
});

test.each<[string, () => Caller]>([
  [`Caller.cidr: ${none}`, () => Caller.cidr()],
  [`Caller.clientCidr: ${none}`, () => Caller.clientCidr()],
  [`Caller.namespaces: ${none}`, () => Caller.namespaces()],
  [`Caller.cidr: ${none}`, () => Caller.anyone().fromCidr()],
  [`Caller.cidr cannot hold "192.0.2.7". ${RANGE}`, () => Caller.cidr('192.0.2.7')],
  [`Caller.clientCidr cannot hold "192.0.2.0/33". ${RANGE}`, () => Caller.clientCidr('192.0.2.0/33')],
  ['Caller.namespaces: "Shop" is not a valid namespace name. Use lowercase letters, digits and inner hyphens, at most 63 characters.', () => Caller.namespaces('Shop')],
  ['Caller, fromCidr: addresses are already required, 192.0.2.0/24. Pass all of them at once, or others in a second call.',
    () => Caller.cidr('192.0.2.0/24').fromCidr('198.51.100.0/24')],
  ['Caller, withToken: a token is already required. Use a second call for another issuer.', () => Caller.token(ISSUER).withToken(ISSUER)],
  ['Caller, withClaim("role"): only tokens have that. Use Caller.token(issuer).withClaim("role").', () => Caller.anyone().withClaim('role', 'admin')],
  ['Caller, withSubject("joe"): only tokens have that. Use Caller.token(issuer).withSubject("joe").', () => Caller.anyone().withSubject('joe')],
  ['Caller, withSubject("joe*"): is not a subject. Use one, without "*"; use a second call for others.', () => Caller.token(ISSUER).withSubject('joe*')],
  ['Caller, withSubject(""): is not a subject. Use one, without "*"; use a second call for others.', () => Caller.token(ISSUER).withSubject('')],
  ['Caller, withSubject("ann"): "joe" is already required. Use one, without "*"; use a second call for others.', () => Caller.token(ISSUER).withSubject('joe').withSubject('ann')],
])('fails: %s', (message, make) => {
  expect(make).toThrow(new Error(message));
});
