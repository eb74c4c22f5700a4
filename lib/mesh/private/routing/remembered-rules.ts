import type { RuleIntent } from '../intent';
import { both, saidAlternatives } from './conditions';

/**
 * A rule that divides its requests, and before it a rule for each target that has a weight, which takes the clients that remember this target.
 * What else is done with them is the same.
 */
export function rememberedRules(rule: RuleIntent): RuleIntent[] {
  if (!('destinations' in rule)) {
    return [rule];
  }
  const alternatives = saidAlternatives(rule.alternatives);
  const remembered = rule.destinations.flatMap(({ memory, weight, ...destination }): RuleIntent[] => memory === undefined || weight === 0 ? [] : [{
    ...rule,
    name: `${rule.name}-${destination.subset ?? destination.host}`,
    alternatives: alternatives.map(conditions => both(conditions, memory.conditions)),
    destinations: [destination],
  }]);
  return [...remembered, rule];
}
