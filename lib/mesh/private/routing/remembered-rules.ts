import type { MemoryIntent, RuleIntent } from '../intent';
import { both, saidAlternatives } from './conditions';
import type { Conditions } from './conditions';
import { destinationNames } from './destination-name';

/**
 * A rule that divides its requests, and before it a rule for each target that has a weight, which takes the clients that remember this target.
 * What else is done with them is the same.
 */
export function rememberedRules(rule: RuleIntent): RuleIntent[] {
  if (!('destinations' in rule)) {
    return [rule];
  }
  const alternatives = saidAlternatives(rule.alternatives);
  const names = destinationNames(rule.destinations);
  const remembered = rule.destinations.flatMap(({ memory, weight, ...destination }, index): RuleIntent[] => {
    // What asks for the header itself is a problem of the rule, and the rule alone is left.
    const free = memory === undefined || weight === 0 ? [] : alternatives.filter(conditions => !asksForMemory(conditions, memory));
    const recalled = free.map(conditions => both(conditions, memory!.conditions));
    return recalled.length === 0 ? [] : [{ ...rule, name: `${rule.name}-${names[index]}`, alternatives: recalled, destinations: [destination] }];
  });
  return [...remembered, rule];
}

/** Whether something is asked of the header in which clients say where they were. */
export function asksForMemory(asked: Conditions, { conditions }: MemoryIntent): boolean {
  return Object.keys(conditions.headers).some(header => Object.hasOwn(asked.headers, header));
}
