import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { rootNamespace } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { policyLabels, policyTargets } from '../../mesh/policy-reach';
import { isInForce } from '../../mesh/policy-tokens';
import type { Resource } from '../../mesh/resource';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const outrankedPolicies = meshRule('MESH125', 'warning', ['outranked-policies', 'A policy matches every request, so ALLOW policies for the same pods have no effect.']);

const POLICY = 'security.istio.io/AuthorizationPolicy';

/** Rules without a condition, where others say who may call: an ALLOW policy opens to all, and a DENY policy comes before any ALLOW. */
export const outrankedPoliciesCheck = defineCheck({
  rules: [outrankedPolicies],
  kinds: [POLICY],
  fields: ['rules'],
  reads: [POLICY],
  * judge(policy, { set }) {
    const rule = policy.spec.at('rules').items().find(matchesAll);
    const action = ['ALLOW', 'DENY'].find(one => isInForce(policy, one));
    const others = rule === undefined || action === undefined || policyTargets(policy).length > 0 ? [] : policiesBelow(set, policy);
    if (others.length > 0) {
      const names = listed(others.map(({ fullName }) => fullName).sort(), 3);
      yield {
        rule: outrankedPolicies,
        path: rule!.path,
        message: `this rule ${action === 'ALLOW' ? 'allows' : 'denies'} every request, so ${names} ${action === 'ALLOW' ? 'restrict' : 'allow'}${others.length === 1 ? 's' : ''} nobody`,
        repair: 'remove this policy, or write spec: {} without rules, which denies what no other policy allows',
      };
    }
  },
});

function matchesAll(rule: Field): boolean {
  return rule.isSet && rule.entries().length === 0;
}

/** The ALLOW policies with conditions whose pods a policy selects, too. */
function policiesBelow(set: ObjectSet, policy: Resource): readonly Resource[] {
  const { namespace } = policy;
  const labels = Object.entries(policyLabels(policy));
  const among = namespace === rootNamespace(set) ? [...narrowPolicies(set).values()].flat() : narrowPolicies(set).get(namespace) ?? [];
  return among.filter(other => labels.every(([key, value]) => policyLabels(other)[key] === value));
}

const narrowPolicies = perSet((set): ReadonlyMap<string, readonly Resource[]> => groupBy(set.of(POLICY).filter(policy => {
  const rules = policy.spec.at('rules').items();
  return isInForce(policy, 'ALLOW') && rules.length > 0 && !rules.some(matchesAll) && policyTargets(policy).length === 0;
}), ({ namespace }) => namespace));
