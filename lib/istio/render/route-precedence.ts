import { PathMatchKind } from '../../mesh/path-match';
import type { RuleIntent } from '../../mesh/private/intent';
import { saidAlternatives } from '../../mesh/private/routing/conditions';
import type { Conditions } from '../../mesh/private/routing/conditions';
import { overlap } from '../../mesh/private/routing/overlap';
import type { Where } from './refuse';

/**
 * Of two rules that can take the same request, the one that comes first is to take it. Of an HTTPRoute the order of rules does not decide that,
 * unless all else is equal: Istio tries exact paths, then longer prefixes, then regular expressions, which so come after the prefix `/` of a rule
 * without a path; then what asks for a method, for more headers, for more parameters.
 *
 * @throws when that order is another one
 */
export function requirePrecedence(rules: readonly RuleIntent[], { place, otherwise }: Where): void {
  const placed = rules.flatMap(({ name, alternatives }, rule) => saidAlternatives(alternatives).map(conditions => ({ name, rule, conditions })));
  placed.forEach((earlier, index) => {
    const overtaking = placed.slice(index + 1).find(later => (
      later.rule !== earlier.rule && comesBefore(later.conditions, earlier.conditions) && overlap(later.conditions, earlier.conditions)
    ));
    if (overtaking !== undefined) {
      throw new Error(`${place}: "${earlier.name}" must be tried before "${overtaking.name}", but the Kubernetes Gateway API tries the other first: exact paths, longer prefixes, regular expressions after "/", a method, more headers, more parameters. Use matches that do not overlap, or ${otherwise.beside}.`);
    }
  });
}

function comesBefore(a: Conditions, b: Conditions): boolean {
  const [x, y] = [precedenceOf(a), precedenceOf(b)];
  const place = x.findIndex((value, index) => value !== y[index]);
  return place >= 0 && x[place] > y[place];
}

function precedenceOf({ path, method, headers, query }: Conditions): number[] {
  const rank = path === undefined ? RANKS.prefix : RANKS[path.kind];
  return [rank, path?.path.length ?? 1, Number(method !== undefined), Object.keys(headers).length, Object.keys(query).length];
}

const RANKS: Readonly<Record<PathMatchKind, number>> = { exact: 3, prefix: 2, below: 2, regex: 1 };
