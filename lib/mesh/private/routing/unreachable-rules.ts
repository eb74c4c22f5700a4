import type { RuleIntent } from '../intent';
import { saidAlternatives } from './conditions';
import { covers } from './covers';
import { hasFault } from './fault-intent';

/**
 * What is wrong with rules, in the order in which they are tried, that never take a request since those before take all of theirs. A fault does
 * not count: it is put before others on purpose, and goes again.
 *
 * @param placeOf names a rule
 */
export function unreachableProblems(rules: readonly RuleIntent[], placeOf: (name: string) => string): string[] {
  return rules.flatMap((rule, index) => {
    const takers = saidAlternatives(rule.alternatives).map(conditions => (
      rules.slice(0, index).find(earlier => !hasFault(earlier) && saidAlternatives(earlier.alternatives).some(wider => covers(wider, conditions)))
    ));
    const names = [...new Set(takers.map(taker => taker?.name))];
    return names.includes(undefined) ? [] : [
      `${placeOf(rule.name)}: never matches a request, because ${names.map(name => `"${name}"`).join(' and ')} ${names.length === 1 ? 'comes' : 'come'} first and match${names.length === 1 ? 'es' : ''} all of its requests. Narrow what comes first, set a priority, or leave one of them out.`,
    ];
  });
}
