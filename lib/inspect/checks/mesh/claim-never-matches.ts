import type { Field } from '../../mesh/field';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const claimNeverMatches = meshRule('MESH076', 'warning', ['claim-never-matches', 'A claim of a token is asked for in a form that it never has.']);

/** Claims that no token has in this form. */
export const claimNeverMatchesCheck = defineCheck({
  rules: [claimNeverMatches],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  * judge({ spec }) {
    for (const condition of spec.at('rules').items().flatMap(rule => rule.at('when').items())) {
      const [, claim] = /^request\.auth\.claims\[(.+)\]$/.exec(condition.at('key').text ?? '') ?? [];
      if (claim !== undefined) {
        yield* judgeClaim(claim, condition);
      }
    }
  },
});

function* judgeClaim(claim: string, condition: Field): Iterable<Problem> {
  const rule = claimNeverMatches;
  if (/^[\w-]+(\.[\w-]+)+$/.test(claim)) {
    yield {
      rule,
      path: condition.at('key').path,
      message: `${claim} is one name here, and not a claim within a claim`,
      repair: `write request.auth.claims[${claim.replaceAll('.', '][')}]`,
    };
  }
  for (const value of ['values', 'notValues'].flatMap(key => condition.at(key).items())) {
    if (claim === 'scope' && value.text?.trim().includes(' ') === true) {
      yield { rule, path: value.path, message: `a scope is split at its blanks, and no part of it is "${value.text}"`, repair: 'write one condition for each scope' };
    }
    if (/^(true|false|\d+)$/.test(value.text ?? '')) {
      yield {
        rule,
        severity: 'info',
        path: value.path,
        message: `${value.text} matches a claim that is text; claims that are numbers, true or false never match`,
        repair: 'let the issuer write the claim as text',
      };
    }
  }
}
