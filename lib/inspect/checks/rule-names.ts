import { oncePer } from '../once-per';
import type { Rule } from './rule';

/** All names that a rule answers to: its code, the codes that say the same, their families, and its slug. */
export const namesOf = oncePer(({ code, slug, aliases }: Rule): readonly string[] => {
  const codes = [code, ...aliases];
  return [...codes, ...codes.map(familyOf), slug];
});

/** The other codes of a rule, each once. Findings hand them on, so nobody can change them. */
export const aliasesOf = oncePer(({ aliases }: Rule): readonly string[] => Object.freeze([...new Set(aliases)]));

/** The family of a code: `CRD` of `CRD001`. */
export function familyOf(code: string): string {
  return code.replace(/\d+$/, '');
}

/** The page of a rule: of ours from the root of the package. */
export function pageOf({ code, page }: Pick<Rule, 'code' | 'page'>): string {
  return page ?? `docs/checks/${code}.md`;
}
