import { istioObject, RuleExamples } from '../rule-examples';

const rule = (fields: string): string => istioObject('security.istio.io/v1', 'RequestAuthentication', `jwtRules:\n- {${fields}}`);
const shared = '{"keys":[{"kty":"oct","kid":"one","k":"a2V5"}]}';
const known = '{"keys":[{"kty":"RSA","kid":"one","n":"xAE7eB6q","e":"Aw"}]}';

/** The rules of the webhook for a RequestAuthentication. */
export const requestAuthenticationExamples: RuleExamples = {
  'jwt-issuer-missing': { bad: rule('audiences: [shop]'), good: rule('issuer: accounts.example.com') },
  'jwt-audience-empty': { bad: rule('issuer: accounts.example.com, audiences: [""]'), good: rule('issuer: accounts.example.com, audiences: [shop]') },
  'jwt-jwks-uri': { bad: rule('jwksUri: accounts.example.com/keys'), good: rule('jwksUri: https://accounts.example.com/keys') },
  'jwt-jwks': { bad: rule('issuer: accounts.example.com, jwks: keys.json'), good: rule(`issuer: accounts.example.com, jwks: '${known}'`) },
  'jwt-jwks-secret': {
    bad: rule(`issuer: accounts.example.com, jwks: '${shared}'`),
    good: rule(`issuer: accounts.example.com, jwks: '${known}'`),
  },
  'jwt-place-empty': { bad: rule('issuer: accounts.example.com, fromParams: [""]'), good: rule('issuer: accounts.example.com, fromParams: [token]') },
  'jwt-claim-header-missing': {
    bad: rule('issuer: accounts.example.com, outputClaimToHeaders: [{header: x-user, claim: ""}]'),
    good: rule('issuer: accounts.example.com, outputClaimToHeaders: [{header: x-user, claim: sub}]'),
  },
  'jwt-claim-header': {
    bad: rule('issuer: accounts.example.com, outputClaimToHeaders: [{header: "x user", claim: sub}]'),
    good: rule('issuer: accounts.example.com, outputClaimToHeaders: [{header: x-user, claim: sub}]'),
  },
  'duration': {
    bad: rule('issuer: accounts.example.com, timeout: 1500us'),
    good: rule('issuer: accounts.example.com, timeout: 1500ms'),
  },
};
