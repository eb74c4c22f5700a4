import { groupBy } from '../group-by';
import type { Rule } from './rule';
import { pageOf } from './rule-names';

/** Tells where each of these rules is explained: on the page of its code, or on one of its own below that where rules share the code. */
export function rulePages(rules: readonly Rule[]): (rule: Rule) => string {
  const shared = sharedCodes(rules);
  return rule => (rule.page === undefined && shared.has(rule.code) ? `docs/checks/${rule.code}/${rule.slug}.md` : pageOf(rule));
}

/** Tells what each of these rules is called where a code alone would not tell it apart. */
export function ruleIds(rules: readonly Rule[]): (rule: Rule) => string {
  const shared = sharedCodes(rules);
  return ({ code, slug }) => (shared.has(code) ? `${code}/${slug}` : code);
}

/** The codes that stand for several of these rules. */
export function sharedCodes(rules: readonly Rule[]): ReadonlySet<string> {
  return new Set([...groupBy(rules, ({ code }) => code)].filter(([, ofCode]) => ofCode.length > 1).map(([code]) => code));
}
