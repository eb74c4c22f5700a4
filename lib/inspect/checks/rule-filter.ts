import type { Rule } from './rule';
import { namesOf } from './rule-names';

/** Which rules apply, by any of their names. */
export interface RuleFilter {
  /** Only these; all when empty. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Whether a filter lets a rule apply. */
export function applies(rule: Rule, { only, skip }: RuleFilter): boolean {
  const names = namesOf(rule);
  return (only.length === 0 || names.some(name => only.includes(name))) && !names.some(name => skip.includes(name));
}
