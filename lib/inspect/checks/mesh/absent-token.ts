import { httpMatches } from '../../mesh/route-entries';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const absentToken = meshRule('MESH094', 'info', ['absent-token', 'A route that matches tokens without a claim also matches requests without a token.']);

/** Routes by a claim that is not there, nor is the token perhaps. */
export const absentTokenCheck = defineCheck({
  rules: [absentToken],
  kinds: ['networking.istio.io/VirtualService'],
  fields: ['withoutHeaders'],
  * judge(virtualService) {
    for (const match of httpMatches(virtualService)) {
      const isWithToken = match.at('headers').entries().some(([name]) => CLAIM.test(name));
      for (const [name, { path }] of isWithToken ? [] : match.at('withoutHeaders').entries()) {
        if (CLAIM.test(name)) {
          yield {
            rule: absentToken,
            path,
            message: 'requests without a token also match',
            repair: 'also match, in headers, a claim that every token has, such as @request.auth.claims.iss',
          };
        }
      }
    }
  },
});

const CLAIM = /^@request\.auth\.claims[.[]/i;
