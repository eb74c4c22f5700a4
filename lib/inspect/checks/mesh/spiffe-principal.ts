import { conditionValues, sourcesOf } from '../../mesh/policy-sources';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const spiffePrincipal = meshRule('MESH065', 'error', ['spiffe-principal', 'A principal starts with spiffe://, which never matches.']);

const SCHEME = 'spiffe://';

/** Principals that never match, since they are compared without their scheme. */
export const spiffePrincipalCheck = defineCheck({
  rules: [spiffePrincipal],
  kinds: ['security.istio.io/AuthorizationPolicy'],
  fields: ['principals', 'notPrincipals', 'when'],
  * judge(policy) {
    const values = sourcesOf(policy).flatMap(source => ['principals', 'notPrincipals'].flatMap(key => source.at(key).items()));
    for (const { text = '', path } of [...values, ...conditionValues(policy, 'source.principal')].filter(value => value.text?.startsWith(SCHEME))) {
      yield {
        rule: spiffePrincipal,
        path,
        message: `no caller has the principal ${text}: principals are compared without ${SCHEME}`,
        repair: `write ${text.slice(SCHEME.length)}`,
      };
    }
  },
});
