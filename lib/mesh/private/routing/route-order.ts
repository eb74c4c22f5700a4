import { PathMatchKind } from '../../path-match';
import { compareTexts } from '../compare-texts';
import { countOf } from './conditions';
import type { Conditions } from './conditions';
import { overlap } from './overlap';

/** A rule as far as its place matters. */
export interface Ordered {
  readonly name: string;
  readonly alternatives: readonly Conditions[];
  /** those with a higher one come first */
  readonly priority: number;
}

/** A rule with some of its alternatives: what stands in one place. */
export interface Placed<T extends Ordered> {
  readonly rule: T;
  readonly alternatives: readonly Conditions[];
}

/**
 * The order in which a mesh has to try rules so that the most specific takes a request: an exact path before the longest prefix before a
 * regular expression before none, then more conditions before fewer. A path that every request has counts as none. The order in which rules
 * were written does not matter, provided that each has a name of its own.
 *
 * A rule whose alternatives differ in that may stand in several places.
 */
export function inOrder<T extends Ordered>(rules: readonly T[]): ReadonlyArray<Placed<T>> {
  const single = rules.flatMap(rule => rule.alternatives.map(conditions => ({ rule, conditions })));
  single.sort((a, b) => {
    const place = compare(a, b);
    return place === 0 ? compareTexts(a.rule.name, b.rule.name) : place;
  });
  const placed: Array<{ rule: T; alternatives: Conditions[] }> = [];
  for (const { rule, conditions } of single) {
    const last = placed.at(-1);
    if (last?.rule === rule) {
      last.alternatives.push(conditions);
    } else {
      placed.push({ rule, alternatives: [conditions] });
    }
  }
  return placed;
}

/** Whether two rules can take the same request and neither comes first. */
export function isTie(a: Ordered, b: Ordered): boolean {
  return a.alternatives.some(x => b.alternatives.some(y => (
    compare({ rule: a, conditions: x }, { rule: b, conditions: y }) === 0 && overlap(x, y)
  )));
}

/** Where the alternatives of a rule stand. Rules that have no place in common cannot tie. */
export function placesOf(rule: Ordered): string[] {
  return [...new Set(rule.alternatives.map(conditions => {
    const { path } = conditions;
    // Paths that are texts of one kind and length have something in common only if they are equal.
    const text = path === undefined || path._takesEvery || path.kind === PathMatchKind.REGEX ? '' : path.path;
    return [...rankingOf({ rule, conditions }), text].join(' ');
  }))];
}

interface Single {
  readonly rule: Ordered;
  readonly conditions: Conditions;
}

/** Negative when the first comes first. */
function compare(a: Single, b: Single): number {
  const [x, y] = [a, b].map(rankingOf);
  const place = x.findIndex((value, index) => value !== y[index]);
  return place < 0 ? 0 : y[place] - x[place];
}

/** Numbers of which the first that differ decide, the higher one coming first. */
function rankingOf({ rule, conditions }: Single): number[] {
  return [rule.priority, rankOf(conditions), lengthOf(conditions), countOf(conditions)];
}

const RANKS: Readonly<Record<PathMatchKind, number>> = { exact: 3, prefix: 2, below: 2, regex: 1 };

function rankOf({ path }: Conditions): number {
  return path === undefined || path._takesEvery ? 0 : RANKS[path.kind];
}

/** Of a prefix. Two exact paths take no request in common, and of regular expressions the length says nothing. */
function lengthOf(conditions: Conditions): number {
  const { path } = conditions;
  if (path === undefined || rankOf(conditions) !== RANKS.prefix) {
    return 0;
  }
  // What lies below a path is less than what begins like it, and more than what begins with more.
  return path.path.length + (path.kind === PathMatchKind.BELOW ? 0.5 : 0);
}
