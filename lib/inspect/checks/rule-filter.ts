import type { Rule } from './rule';
import { familyOf, namesOf } from './rule-names';

/** Which rules apply, by any of their names. */
export interface RuleFilter {
  /** Only these; all when empty. */
  readonly only: readonly string[];
  readonly skip: readonly string[];
}

/** Whether a filter lets a finding through that goes by these names. */
export function lets(names: readonly string[], { only, skip }: RuleFilter): boolean {
  return (only.length === 0 || names.some(name => only.includes(name))) && !names.some(name => skip.includes(name));
}

/** Whether a finding of a rule can get through, be it by the code of a twin. */
export function canApply(rule: Rule, { only, skip }: RuleFilter): boolean {
  const { twins = [], covers = [] } = rule;
  const [names, others] = [namesOf(rule), [...twins, ...covers]];
  return lets([...names, ...others, ...others.map(familyOf)], { only, skip: [] }) && lets(names, { only: [], skip });
}

/** Whether a filter names this rule and not its family alone. */
export function isNamed({ code, slug }: Rule, { only }: RuleFilter): boolean {
  return only.includes(code) || only.includes(slug);
}
