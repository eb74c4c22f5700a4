import type { Field } from '../../mesh/field';
import { httpEntries } from '../../mesh/route-entries';
import { matcherOf } from '../../schema/syntax/re2';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unmatchedPreflight = meshRule('MESH058', 'warning', ['unmatched-preflight', 'A rule with a CORS policy does not match the preflight requests that the policy is for.']);

/** CORS policies that no preflight reaches, since it is an OPTIONS request. */
export const unmatchedPreflightCheck = defineCheck({
  rules: [unmatchedPreflight],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['corsPolicy'],
  * judge(virtualService) {
    const entries = httpEntries(virtualService).filter(entry => entry.at('corsPolicy').isSet);
    const answering = entries.filter(takesOptions);
    const broken = entries.filter(entry => !takesOptions(entry) && !answering.some(other => isMetBy(entry, other)));
    for (const { path } of broken.map(entry => entry.at('corsPolicy'))) {
      yield {
        rule: unmatchedPreflight,
        path,
        message: 'the matches of the rule do not include the method OPTIONS, so browser preflight requests go elsewhere',
        repair: 'also match method OPTIONS, with another match or a regex',
      };
    }
  },
});

function takesOptions(entry: Field): boolean {
  const matches = entry.at('match').items();
  return matches.length === 0 || matches.some(isOfOptions);
}

function isOfOptions(match: Field): boolean {
  const method = match.at('method');
  const { exact, prefix, regex } = method.textMap;
  return !method.isFilled || exact === 'OPTIONS' || (prefix !== undefined && 'OPTIONS'.startsWith(prefix))
    || (regex !== undefined && matcherOf(`^(?:${regex})$`)('OPTIONS'));
}

/** Whether the preflights of a rule may go to another one with a policy: it takes all paths, or some that this one names. */
function isMetBy(entry: Field, other: Field): boolean {
  const theirs = other.at('match').items().filter(isOfOptions).map(match => match.at('uri'));
  return theirs.length === 0 || theirs.some(uri => !uri.isFilled || entry.at('match').items().some(match => haveCommon(match.at('uri'), uri)));
}

/** Whether two matches may mean one path; what a regular expression means is not looked into. */
function haveCommon(one: Field, other: Field): boolean {
  const [[mine, isWhole], [theirs, isOther]] = [one, other].map(uri => [uri.at('exact').text ?? uri.at('prefix').text, uri.at('exact').isSet] as const);
  return mine === undefined || theirs === undefined || mine === theirs
    || (!isWhole && theirs.startsWith(mine)) || (!isOther && mine.startsWith(theirs));
}
