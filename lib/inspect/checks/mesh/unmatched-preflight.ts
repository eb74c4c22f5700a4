import type { Field } from '../../mesh/field';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const unmatchedPreflight = meshRule('MESH058', 'warning', ['unmatched-preflight', 'A rule with a CORS policy does not match the preflight requests that the policy is for.']);

/** CORS policies that no preflight reaches, since it is an OPTIONS request. */
export const unmatchedPreflightCheck = defineCheck({
  rules: [unmatchedPreflight],
  kinds: ['networking.istio.io/VirtualService'],
  * judge({ spec }) {
    const entries = spec.at('http').items().filter(entry => entry.at('corsPolicy').isSet);
    if (entries.some(takesOptions)) {
      return;
    }
    for (const { path } of entries.map(entry => entry.at('corsPolicy'))) {
      yield {
        rule: unmatchedPreflight,
        path,
        message: 'the matches of the rule name other methods than OPTIONS, so that the preflight of a browser goes elsewhere',
        repair: 'match method OPTIONS as well, by another match or a regex',
      };
    }
  },
});

function takesOptions(entry: Field): boolean {
  const methods = entry.at('match').items().map(match => match.at('method'));
  return methods.length === 0 || methods.some(method => {
    const { exact = '', prefix, regex } = method.textMap;
    return !method.isFilled || exact === 'OPTIONS' || (prefix !== undefined && 'OPTIONS'.startsWith(prefix)) || regex?.includes('OPTIONS') === true
      || /^\.[*+]$/.test(regex ?? '');
  });
}
