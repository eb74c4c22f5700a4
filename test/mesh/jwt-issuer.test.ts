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

const URL_REPAIR = 'Say keysUrl: "https://auth.example.com/.well-known/jwks.json".';
const NAME_REPAIR = 'It has letters, digits and hyphens.';
const NO_ISSUER = 'is no name of an issuer. Say it as its tokens do, in their claim "iss", such as "https://auth.example.com".';
test.each<[string, JwtIssuerProps]>([
  [`JwtIssuer.of(""): ${NO_ISSUER}`, { issuer: '' }],
  [`JwtIssuer.of("my issuer"): ${NO_ISSUER}`, { issuer: 'my issuer' }],
  [`JwtIssuer.of("*"): ${NO_ISSUER}`, { issuer: '*' }],
  [`JwtIssuer.of("partners"): no keys can be asked for at such an issuer. ${URL_REPAIR}`, { issuer: 'partners' }],
  [`JwtIssuer.of("a"): no keys can be asked for at "ftp://a". ${URL_REPAIR}`, { issuer: 'a', keysUrl: 'ftp://a' }],
  ['JwtIssuer.of("a"): has keys, and a place where they are asked for. Say one of the two.', { issuer: 'a', keys: PUBLIC, keysUrl: 'https://a' }],
  ['JwtIssuer.of("a"): keys are no JSON Web Key Set. Say the text of one: \'{ "keys": [...] }\'.', { issuer: 'a', keys: 'secret' }],
  ['JwtIssuer.of("a"): keys are no JSON Web Key Set. Say the text of one: \'{ "keys": [...] }\'.', { issuer: 'a', keys: '{"keys":[]}' }],
  ['JwtIssuer.of("a"): keys hold a private key, which would get into the output. Say the public ones alone.', { issuer: 'a', keys: '{"keys":[{"kty":"RSA","d":"x"}]}' }],
  ['JwtIssuer.of("a"): keys hold a private key, which would get into the output. Say the public ones alone.', { issuer: 'a', keys: '{"keys":[{"kty":"oct","k":"x"}]}' }],
  [`JwtIssuer.of("${issuer}"): "x token" is no name of a header or a cookie. ${NAME_REPAIR}`, { issuer, headers: [{ name: 'x token' }] }],
  [`JwtIssuer.of("${issuer}"): "" is no name of a header or a cookie. ${NAME_REPAIR}`, { issuer, payloadHeader: '' }],
  [`JwtIssuer.of("${issuer}"): "x:y" is no name of a header or a cookie. ${NAME_REPAIR}`, { issuer, claimHeaders: { sub: 'x:y' } }],
  [`JwtIssuer.of("${issuer}"): "a;b" is no name of a header or a cookie. ${NAME_REPAIR}`, { issuer, cookies: ['a;b'] }],
  [`JwtIssuer.of("${issuer}"): audiences names none. Name at least one, or leave it out.`, { issuer, audiences: [] }],
  [`JwtIssuer.of("${issuer}"): parameters names none. Name at least one, or leave it out.`, { issuer, parameters: [] }],
])('fails: %s', (message, props) => {
  expect(() => JwtIssuer.of(props)).toThrow(new Error(message));
});
