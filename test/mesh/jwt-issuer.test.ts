import { JwtIssuer, JwtIssuerProps } from '../../lib';

const issuer = 'https://auth.example.com';
const PUBLIC = '{"keys":[{"kty":"RSA","e":"AQAB","n":"abc","kid":"1"}]}';

test('[F050] a name is enough: keys are asked for where the issuer says, tokens looked for where they usually are', () => {
  const made = JwtIssuer.of({ issuer });
  expect(made.issuer).toBe(issuer);
  expect(made._intent).toEqual({ issuer, audiences: [], forwards: false, claimHeaders: [] });
});

test('[F050] all that can be said', () => {
  expect(JwtIssuer.of({
    issuer, audiences: ['orders', 'bills'], keysUrl: 'https://auth.example.com/keys', forwardToken: true, payloadHeader: 'x-jwt-payload',
    claimHeaders: { sub: 'x-user', group: 'x-group' }, headers: [{ name: 'x-token', prefix: 'JWT ' }], cookies: ['session'], parameters: ['token'],
  })._intent).toEqual({
    issuer, audiences: ['orders', 'bills'], keys: { at: 'https://auth.example.com/keys' }, forwards: true, payloadHeader: 'x-jwt-payload',
    claimHeaders: [{ claim: 'group', header: 'x-group' }, { claim: 'sub', header: 'x-user' }],
    places: { headers: [{ name: 'x-token', prefix: 'JWT ' }], cookies: ['session'], parameters: ['token'] },
  });
});

test('who names one place has tokens looked for there alone', () => {
  expect(JwtIssuer.of({ issuer, cookies: ['session'] })._intent.places).toEqual({ headers: [], parameters: [], cookies: ['session'] });
});

test('keys may be said themselves, and an issuer then needs no address', () => {
  expect(JwtIssuer.of({ issuer: 'partners', keys: PUBLIC })._intent.keys).toEqual({ set: PUBLIC });
});

const URL_REPAIR = 'Set keysUrl: "https://auth.example.com/.well-known/jwks.json".';
const NAME_REPAIR = 'Use letters, digits and hyphens.';
const NO_ISSUER = 'is not an issuer. Write it as in the claim "iss" of its tokens, such as "https://auth.example.com".';
test.each<[string, JwtIssuerProps]>([
  [`JwtIssuer.of(""): ${NO_ISSUER}`, { issuer: '' }],
  [`JwtIssuer.of("my issuer"): ${NO_ISSUER}`, { issuer: 'my issuer' }],
  [`JwtIssuer.of("*"): ${NO_ISSUER}`, { issuer: '*' }],
  [`JwtIssuer.of("partners"): keys cannot be fetched from such an issuer. ${URL_REPAIR}`, { issuer: 'partners' }],
  [`JwtIssuer.of("a"): keys cannot be fetched from "ftp://a". ${URL_REPAIR}`, { issuer: 'a', keysUrl: 'ftp://a' }],
  ['JwtIssuer.of("a"): has both keys and keysUrl. Set only one of the two.', { issuer: 'a', keys: PUBLIC, keysUrl: 'https://a' }],
  ['JwtIssuer.of("a"): keys is not a JSON Web Key Set. Pass the text of one: \'{ "keys": [...] }\'.', { issuer: 'a', keys: 'secret' }],
  ['JwtIssuer.of("a"): keys is not a JSON Web Key Set. Pass the text of one: \'{ "keys": [...] }\'.', { issuer: 'a', keys: '{"keys":[]}' }],
  ['JwtIssuer.of("a"): keys contains a private key, which would appear in the output. Pass only the public keys.', { issuer: 'a', keys: '{"keys":[{"kty":"RSA","d":"x"}]}' }],
  ['JwtIssuer.of("a"): keys contains a private key, which would appear in the output. Pass only the public keys.', { issuer: 'a', keys: '{"keys":[{"kty":"oct","k":"x"}]}' }],
  [`JwtIssuer.of("${issuer}"): "x token" is not a header or cookie name. ${NAME_REPAIR}`, { issuer, headers: [{ name: 'x token' }] }],
  [`JwtIssuer.of("${issuer}"): "" is not a header or cookie name. ${NAME_REPAIR}`, { issuer, payloadHeader: '' }],
  [`JwtIssuer.of("${issuer}"): "x:y" is not a header or cookie name. ${NAME_REPAIR}`, { issuer, claimHeaders: { sub: 'x:y' } }],
  [`JwtIssuer.of("${issuer}"): "a;b" is not a header or cookie name. ${NAME_REPAIR}`, { issuer, cookies: ['a;b'] }],
  [`JwtIssuer.of("${issuer}"): audiences is empty. Name at least one, or leave it out.`, { issuer, audiences: [] }],
  [`JwtIssuer.of("${issuer}"): parameters is empty. Name at least one, or leave it out.`, { issuer, parameters: [] }],
])('fails: %s', (message, props) => {
  expect(() => JwtIssuer.of(props)).toThrow(new Error(message));
});
