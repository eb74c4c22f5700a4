import type { ActionIntent, RuleIntent } from '../intent';
import { withOwnNames } from './own-names';
import { inOrder } from './route-order';
import type { Ordered } from './route-order';

/** The rules that some routes come to, in order. A route that stands in several places gives a rule to each, under names of their own. */
export function rulesInOrder(routes: ReadonlyArray<Ordered & { readonly action: () => ActionIntent }>): RuleIntent[] {
  return withOwnNames(inOrder(routes).map(({ rule: { name, action }, alternatives }) => ({ name, alternatives, ...action() })));
}
