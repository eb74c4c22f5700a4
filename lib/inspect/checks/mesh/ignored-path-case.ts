import { httpMatches } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const ignoredPathCase = meshRule('MESH060', 'warning', ['ignored-path-case', 'A match sets ignoreUriCase, which has no effect on a regular expression.']);

/** `ignoreUriCase` where it has no effect. */
export const ignoredPathCaseCheck = defineCheck({
  rules: [ignoredPathCase],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['ignoreUriCase'],
  * judge(virtualService) {
    for (const match of httpMatches(virtualService)) {
      const { text } = match.at('uri', 'regex');
      if (match.at('ignoreUriCase').value === true && text !== undefined && !text.includes('(?i')) {
        yield {
          rule: ignoredPathCase,
          path: match.at('ignoreUriCase').path,
          message: `it has no effect on the regular expression ${text}`,
          repair: `write (?i)${text}`,
        };
      }
    }
  },
});
