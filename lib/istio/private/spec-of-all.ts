import type { RuleIntent } from '../../mesh/private/intent';
import { problemsOf } from '../../mesh/private/late-spec';

/** The spec of all rules. @throws with a line for each rule that it cannot say, and for what it cannot say of them together */
export function specOfAll<T>(rules: readonly RuleIntent[], render: (rules: readonly RuleIntent[]) => T): T {
  try {
    return render(rules);
  } catch (error) {
    const others = rules.flatMap(rule => problemsOf(() => render([rule])));
    throw new Error([...new Set([(error as Error).message, ...others])].join('\n'));
  }
}
