import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import { DESTINATION_RULE } from '../../mesh/istio-kinds';
import { ObjectSet, perSet } from '../../mesh/object-set';
import type { Resource } from '../../mesh/resource';
import { hostOfRule, subsetsOf } from '../../mesh/subsets';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const droppedSubsets = meshRule('MESH073', 'warning', ['dropped-subsets', 'A DestinationRule for some pods replaces another one, and lacks its subsets.']);

/** Subsets that the pods of a DestinationRule with a selector no longer know. */
export const droppedSubsetsCheck = defineCheck({
  rules: [droppedSubsets],
  kinds: [DESTINATION_RULE],
  fields: ['workloadSelector'],
  * judge(rule, { set }) {
    const selector = rule.spec.at('workloadSelector');
    const others = selector.isFilled ? rulesForAll(set).get(hostOf(set, rule)) ?? [] : [];
    const own = subsetsOf(rule);
    const lost = others.find(other => subsetsOf(other).some(subset => !own.includes(subset)));
    if (lost !== undefined) {
      yield {
        rule: droppedSubsets,
        path: selector.path,
        message: `for the selected pods this replaces DestinationRule ${lost.fullName}, but lacks its subset ${listed(subsetsOf(lost).filter(subset => !own.includes(subset)))}`,
        repair: 'repeat the subsets here',
      };
    }
  },
});

const rulesForAll = perSet(set => {
  const rules = set.of(DESTINATION_RULE).filter(({ spec }) => !spec.at('workloadSelector').isFilled && spec.at('subsets').isFilled);
  return groupBy(rules, rule => hostOf(set, rule));
});

/** The host with the namespace, since a rule counts beside those of its own. */
function hostOf(set: ObjectSet, rule: Resource): string {
  return `${rule.namespace} ${hostOfRule(set, rule)}`;
}
