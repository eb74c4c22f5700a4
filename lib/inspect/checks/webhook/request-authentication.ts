import type { Field } from '../../mesh/field';
import { parseUrl } from '../../schema/cel/library/url-parts';
import { defineCheck, Judgement } from '../check';
import { broken } from './broken';
import { jsonWebKeys } from './json-web-keys';
import { duration, durationRules } from './primitives/durations';
import { isStrictHeader } from './primitives/header-names';
import { policyTargets, targetRefRules } from './primitives/target-refs';
import { refusal, warning } from './webhook-rules';
import { selectorRules, workloadSelector } from './workload-selector';

const rules = {
  issuer: refusal('jwt-issuer-missing', 'A JWT rule has neither an issuer nor a jwksUri.'),
  audience: refusal('jwt-audience-empty', 'An audience of tokens is empty.'),
  uri: refusal('jwt-jwks-uri', 'The jwksUri of a JWT rule is not an HTTP URL.'),
  keys: refusal('jwt-jwks', 'The jwks of a JWT rule is invalid.'),
  secret: warning('jwt-jwks-secret', 'A JWT rule exposes private keys.'),
  place: refusal('jwt-place-empty', 'A header, parameter or cookie that holds the token has no name.'),
  claim: refusal('jwt-claim-header-missing', 'A claim-to-header entry lacks the claim or the header.'),
  header: refusal('jwt-claim-header', 'A claim-to-header entry has an invalid header name.'),
};

/** What the webhook says of a RequestAuthentication. */
export const requestAuthentication = defineCheck({
  rules: [rules, targetRefRules, selectorRules, durationRules].flatMap(Object.values),
  analyzer: 'schema.ValidationAnalyzer.RequestAuthentication',
  kinds: ['security.istio.io/RequestAuthentication'],
  everyDocument: true,
  * judge({ spec }) {
    yield* policyTargets(spec);
    yield* workloadSelector(spec.at('selector'), spec.at('selector', 'matchLabels'));
    for (const rule of spec.at('jwtRules').items().filter(({ isSet }) => isSet)) {
      yield* issuerOf(rule);
      yield* keysOf(rule);
      yield* placesOf(rule);
      yield* claimsOf(rule);
      yield* duration(rule.at('timeout'));
    }
  },
});

function* issuerOf(rule: Field): Judgement {
  if (!rule.at('issuer').isFilled && !rule.at('jwksUri').isFilled) {
    yield broken(rules.issuer, rule.at('issuer'), 'neither issuer nor jwksUri says which tokens are accepted', 'name the issuer of the tokens');
  }
  for (const audience of rule.at('audiences').items().filter(isEmptyText)) {
    yield broken(rules.audience, audience, 'the audience is empty', 'name it, or remove it');
  }
}

function* keysOf(rule: Field): Judgement {
  const [uri, jwks] = [rule.at('jwksUri'), rule.at('jwks')];
  if (uri.isFilled && uri.text !== undefined && !isHttpUrl(uri.text)) {
    yield broken(rules.uri, uri, `"${uri.text}" is not an HTTP URL`, 'write a URL that starts with https://');
  }
  if (!jwks.isFilled || jwks.text === undefined) {
    return;
  }
  try {
    for (const { title } of jsonWebKeys(jwks.text).filter(({ isSecret }) => isSecret)) {
      yield broken(rules.secret, jwks, `${title} can sign tokens, and everybody who can read the policy has it`, 'put only public keys here, and rotate the keys');
    }
  } catch (error) {
    yield broken(rules.keys, jwks, `the text is not a JWKS: ${(error as Error).message}`, 'write a JWKS, {"keys": [...]}, or use jwksUri');
  }
}

/** Go reads a URL to the end of what is none, as the API server does; an empty scheme has no keys. */
function isHttpUrl(text: string): boolean {
  try {
    return ['http', 'https'].includes(parseUrl(text).scheme);
  } catch {
    return false;
  }
}

function* placesOf(rule: Field): Judgement {
  const named = rule.at('fromHeaders').items().filter(({ isSet }) => isSet).map(header => header.at('name')).filter(({ isFilled }) => !isFilled);
  const plain = ['fromParams', 'fromCookies'].flatMap(list => rule.at(list).items()).filter(isEmptyText);
  for (const place of [...named, ...plain]) {
    yield broken(rules.place, place, 'the place of the token has no name', 'name it, or remove it');
  }
}

function* claimsOf(rule: Field): Judgement {
  for (const entry of rule.at('outputClaimToHeaders').items().filter(({ isSet }) => isSet)) {
    const [header, claim] = [entry.at('header'), entry.at('claim')];
    const missing = [header, claim].find(({ isFilled }) => !isFilled);
    if (missing !== undefined) {
      yield broken(rules.claim, missing, `the ${missing.key} has no name`, 'name both the claim and its header');
    } else if (header.text !== undefined && !isStrictHeader(header.text)) {
      yield broken(rules.header, header, `"${header.text}" is not a valid header name`, 'write letters, digits, hyphens and underscores');
    }
  }
}

function isEmptyText({ text }: Field): boolean {
  return text === '';
}
