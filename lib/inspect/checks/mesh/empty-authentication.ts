import { groupBy } from '../../group-by';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { PolicyIndex } from '../../mesh/policy-index';
import { reachKey } from '../../mesh/policy-reach';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const emptyAuthentication = meshRule('MESH095', 'warning', ['empty-authentication', 'A RequestAuthentication without rules takes nothing away from a wider one.']);

const REQUEST_AUTHENTICATION = 'security.istio.io/RequestAuthentication';

/** RequestAuthentications that look like exceptions: Istio adds up all that apply. */
export const emptyAuthenticationCheck = defineCheck({
  rules: [emptyAuthentication],
  kinds: [REQUEST_AUTHENTICATION],
  reads: [...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(policy, { set }) {
    const [wide] = hasRules(policy) ? [] : withRules(set).overAllOf(policy);
    if (wide !== undefined) {
      yield {
        rule: emptyAuthentication,
        path: ['spec'],
        message: `without jwtRules this does nothing: the pods still take tokens as RequestAuthentication ${wide.fullName} says`,
        repair: 'remove it, and let the wider one select the pods that it is for',
      };
    }
  },
});

/** Those with rules, one of those that apply to the same. */
const withRules = perSet(set => (
  new PolicyIndex(set, [...groupBy(set.of(REQUEST_AUTHENTICATION).filter(hasRules), reachKey).values()].map(([first]) => first))
));

function hasRules({ spec }: Resource): boolean {
  return spec.at('jwtRules').isFilled;
}
