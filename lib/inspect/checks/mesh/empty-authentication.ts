import { groupBy } from '../../group-by';
import { MESH_CONFIG_KINDS, rootNamespace } from '../../mesh/mesh-config';
import { perSet } from '../../mesh/object-set';
import { appliesToAllOf } from '../../mesh/policy-reach';
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
    const namespaces = policy.spec.at('jwtRules').isFilled ? [] : [...new Set([policy.namespace, rootNamespace(set)])];
    const wide = namespaces.flatMap(namespace => withRules(set).get(namespace) ?? []).find(one => appliesToAllOf(set, one, policy));
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

const withRules = perSet(set => groupBy(set.of(REQUEST_AUTHENTICATION).filter(({ spec }) => spec.at('jwtRules').isFilled), ({ namespace }) => namespace));
