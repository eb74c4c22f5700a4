import { Duration } from 'cdk8s';
import type { ForwardAction, RuleIntent } from '../intent';

/**
 * What is wrong with the times of a rule: tries that the whole time has no room for never happen. A try without an end of its own may take all of
 * the time, or fail at once: what fails at once is tried as often as is said, so that any number of tries is right.
 */
export function budgetProblem(rule: RuleIntent, place: string): string[] {
  const { timeout, retry }: Partial<ForwardAction> = 'destinations' in rule ? rule : {};
  if (timeout === undefined || retry?.perTryTimeout === undefined) {
    return [];
  }
  const needed = (retry.attempts + 1) * retry.perTryTimeout.toMilliseconds();
  return needed <= timeout.toMilliseconds() ? [] : [
    `${place}: ${retry.attempts + 1} tries of ${retry.perTryTimeout.toHumanString()} do not fit into a timeout of ${timeout.toHumanString()}. Allow ${Duration.millis(needed).toHumanString()}, or fewer or shorter tries.`,
  ];
}
