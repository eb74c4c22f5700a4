import type { ActionIntent, RuleIntent } from './intent';
import { inOrder } from './route-order';
import type { Ordered } from './route-order';

/** The rules that some routes come to, in order. A route that stands in several places gives a rule to each, under names of their own. */
export function rulesInOrder(routes: ReadonlyArray<Ordered & { readonly action: () => ActionIntent }>): RuleIntent[] {
  const names = new Set(routes.map(({ name }) => name));
  const placed = new Set<string>();
  return inOrder(routes).map(({ rule: { name, action }, alternatives }) => {
    const own = placed.has(name) ? freeName(name, names) : name;
    placed.add(name);
    names.add(own);
    return { name: own, alternatives, ...action() };
  });
}

/** `orders-2`, unless something is called so. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${name}-${number}`)) {
      return `${name}-${number}`;
    }
  }
}
