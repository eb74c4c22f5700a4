import { allChecks } from './all-checks';
import { allRules } from './all-rules';
import type { Check } from './check';
import type { Rule } from './rule';

/** The checks of one run, and all rules that can be named in it. */
export interface RuleBook {
  readonly checks: readonly Check[];
  readonly rules: readonly Rule[];
}

/** Our checks, and those of others behind them. */
export function ruleBook(own: readonly Check[]): RuleBook {
  return {
    checks: [...allChecks, ...own],
    rules: [...allRules, ...new Set(own.flatMap(({ rules }) => rules))],
  };
}
