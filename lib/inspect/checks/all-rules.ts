import { allChecks } from './all-checks';
import { documentRules } from './document-rules';
import { internalErrorRule } from './internal-error-rule';
import type { Rule } from './rule';
import { suppressionRules } from './suppression-rules';

/** Who refuses an object first comes first: the API server, then istiod, then nobody but us. */
const FAMILIES = ['CRD', 'IST', 'MESH'];

/** All rules, by family and number, as readers look them up; those of one code by their slugs. */
export const allRules: readonly Rule[] = Object.freeze([
  ...Object.values(documentRules),
  ...new Set([...allChecks.flatMap(({ rules }) => rules), internalErrorRule, ...Object.values(suppressionRules)].sort(byCode)),
]);

function byCode(one: Rule, other: Rule): number {
  const [mine, theirs] = [one, other].map(({ code, slug }) => `${FAMILIES.findIndex(family => code.startsWith(family))} ${code} ${slug}`);
  return mine < theirs ? -1 : 1;
}
