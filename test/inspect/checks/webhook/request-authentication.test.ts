import { requestAuthentication } from '../../../../lib/inspect/checks/webhook/request-authentication';
import { Subject, webhookWords } from '../../../support/webhook-words';

const subject: Subject = { check: requestAuthentication, apiVersion: 'security.istio.io/v1', kind: 'RequestAuthentication' };

describe('a RequestAuthentication', () => {
  test.each<[string, string, string[]]>([
    ['neither issuer nor keys', 'jwtRules: [{jwks: ""}]', [
      'jwt-issuer-missing | spec.jwtRules[0].issuer | neither issuer nor jwksUri says which tokens are accepted',
    ]],
    ['an empty audience', 'jwtRules: [{issuer: a, audiences: [a, ""]}]', [
      'jwt-audience-empty | spec.jwtRules[0].audiences[1] | the audience is empty',
    ]],
    ['places of keys that are none', 'jwtRules: [{jwksUri: "https://a:port"}, {jwksUri: "ftp://a/keys"}, {jwksUri: keys}]', [
      'jwt-jwks-uri | spec.jwtRules[1].jwksUri | "ftp://a/keys" is not an HTTP URL',
      'jwt-jwks-uri | spec.jwtRules[0].jwksUri | "https://a:port" is not an HTTP URL',
      'jwt-jwks-uri | spec.jwtRules[2].jwksUri | "keys" is not an HTTP URL',
    ]],
    ['keys that are none', 'jwtRules: [{issuer: a, jwks: "{}"}, {issuer: a, jwks: "[]"}]', [
      'jwt-jwks | spec.jwtRules[1].jwks | the text is not a JWKS: it is not an object',
      'jwt-jwks | spec.jwtRules[0].jwks | the text is not a JWKS: key 1 has no kty of RSA, EC, OKP, oct',
    ]],
    ['keys that sign', `jwtRules:
- {issuer: a, jwks: '{"keys":[{"kty":"oct","k":"YQ"},{"kty":"EC","kid":"two","crv":"P-256","x":"YQ","y":"YQ","d":"YQ"}]}'}`, [
      'jwt-jwks-secret | spec.jwtRules[0].jwks | key 1 can sign tokens, and everybody who can read the policy has it',
      'jwt-jwks-secret | spec.jwtRules[0].jwks | key two can sign tokens, and everybody who can read the policy has it',
    ]],
    ['places of tokens without a name', 'jwtRules: [{issuer: a, fromHeaders: [{prefix: a}], fromParams: [""], fromCookies: [a, ""]}]', [
      'jwt-place-empty | spec.jwtRules[0].fromHeaders[0].name | the place of the token has no name',
      'jwt-place-empty | spec.jwtRules[0].fromParams[0] | the place of the token has no name',
      'jwt-place-empty | spec.jwtRules[0].fromCookies[1] | the place of the token has no name',
    ]],
    ['claims without a header, and headers that are none', 'jwtRules: [{issuer: a, outputClaimToHeaders: [{claim: a}, {header: a}, {header: "a b", claim: a}]}]', [
      'jwt-claim-header | spec.jwtRules[0].outputClaimToHeaders[2].header | "a b" is not a valid header name',
      'jwt-claim-header-missing | spec.jwtRules[0].outputClaimToHeaders[1].claim | the claim has no name',
      'jwt-claim-header-missing | spec.jwtRules[0].outputClaimToHeaders[0].header | the header has no name',
    ]],
    ['a timeout that is too fine', 'jwtRules: [{issuer: a, timeout: 1us}]', [
      'duration | spec.jwtRules[0].timeout | 1us is not 1 ms or more in whole milliseconds',
    ]],
  ])('is told of %s', (_, spec, words) => {
    expect(webhookWords(subject, spec)).toEqual(words);
  });

  test.each<[string, string]>([
    ['nothing', '{}'],
    ['an issuer alone, and keys alone', 'jwtRules: [{issuer: a}, {jwksUri: "http://a:8080/keys?b=c"}]'],
    ['public keys', `jwtRules:
- {issuer: a, jwks: '{"kty":"OKP","crv":"Ed25519","x":"YQ"}'}`],
    ['names of all kinds', 'jwtRules: [{issuer: a, audiences: [a], fromHeaders: [{name: a}], fromParams: [a], fromCookies: [a], outputClaimToHeaders: [{header: x_a-B, claim: a}], timeout: 5s}]'],
    ['null where something is expected, which the schema refuses', 'jwtRules: [null, {issuer: a, fromHeaders: [null], outputClaimToHeaders: [null]}]'],
  ])('is fine with %s', (_, spec) => {
    expect(webhookWords(subject, spec)).toEqual([]);
  });
});
