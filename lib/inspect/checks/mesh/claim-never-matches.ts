import type { Field } from '../../mesh/field';
import { VIRTUAL_SERVICE } from '../../mesh/istio-kinds';
import type { Resource } from '../../mesh/resource';
import { httpMatches } from '../../mesh/route-entries';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const claimNeverMatches = meshRule('MESH076', 'warning', ['claim-never-matches', 'A condition on a token claim has a form that never matches.']);

/** Claims that no token has in this form. */
export const claimNeverMatchesCheck = defineCheck({
  rules: [claimNeverMatches],
  kinds: ['security.istio.io/AuthorizationPolicy', VIRTUAL_SERVICE],
  fields: ['when', 'headers'],
  judge: object => (object.kind === VIRTUAL_SERVICE ? claimsOfRoutes(object) : claimsOfRules(object)).flatMap(claim => [...judgeClaim(claim)]),
});

/** A claim that something depends on. */
interface AskedClaim {
  readonly claim: string;
  /** What stands before the brackets with its name. */
  readonly words: string;
  readonly place: Field;
  readonly values: readonly Field[];
}

function claimsOfRules({ spec }: Resource): AskedClaim[] {
  const words = 'request.auth.claims';
  return spec.at('rules').items().flatMap(rule => rule.at('when').items()).flatMap(condition => {
    const [, claim] = /^request\.auth\.claims\[(.+)\]$/.exec(condition.at('key').text ?? '') ?? [];
    return claim === undefined ? [] : [{ claim, words, place: condition.at('key'), values: ['values', 'notValues'].flatMap(key => condition.at(key).items()) }];
  });
}

function claimsOfRoutes(virtualService: Resource): AskedClaim[] {
  const headers = httpMatches(virtualService).flatMap(match => match.at('headers').entries());
  return headers.flatMap(([name, place]) => {
    const [, claim] = /^@request\.auth\.claims(?:\.|(?=\[))(.+)$/i.exec(name) ?? [];
    // Behind a dot, each dot leads to a claim within a claim; in brackets it is part of a name.
    const inBrackets = claim?.startsWith('[') === true ? claim.slice(1, -1) : claim?.replaceAll('.', '][');
    return inBrackets === undefined ? [] : [{ claim: inBrackets, words: '@request.auth.claims', place, values: [place.at('exact')] }];
  });
}

function* judgeClaim({ claim, words, place, values }: AskedClaim): Iterable<Problem> {
  const rule = claimNeverMatches;
  if (/^[\w-]+(\.[\w-]+)+$/.test(claim)) {
    yield {
      rule,
      path: place.path,
      message: `${claim} is read as one claim name, not as a nested claim`,
      repair: `write ${words}[${claim.replaceAll('.', '][')}]`,
    };
  }
  for (const value of values) {
    if (claim === 'scope' && value.text?.trim().includes(' ') === true) {
      yield { rule, path: value.path, message: `scope is split at spaces, so no part of it equals "${value.text}"`, repair: 'write one condition for each scope' };
    }
    if (/^(true|false|\d+)$/.test(value.text ?? '')) {
      yield {
        rule,
        severity: 'info',
        path: value.path,
        message: `${value.text} matches only a string claim; numeric and boolean claims never match`,
        repair: 'have the issuer write the claim as a string',
      };
    }
  }
}
