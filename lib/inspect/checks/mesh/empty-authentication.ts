import { groupBy } from '../../group-by';
import { REQUEST_AUTHENTICATION } from '../../mesh/istio-kinds';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { PolicyIndex } from '../../mesh/policy-index';
import { reachKey } from '../../mesh/policy-reach';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const emptyAuthentication = meshRule('MESH095', 'warning', ['empty-authentication', 'A RequestAuthentication without rules does not override a broader one.']);

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
        message: `without jwtRules this has no effect: RequestAuthentication ${wide.fullName} still applies to the pods`,
        repair: 'remove it, and narrow the selector of the broader one',
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
