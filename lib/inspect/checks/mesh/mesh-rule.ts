import type { Rule, Severity } from '../rule';

/** A rule that nobody has but us. `twins` are codes of Istio whose findings sometimes say the same of the same place. */
export function meshRule(code: string, severity: Severity, [slug, summary]: SlugAndSummary, twins?: readonly string[]): Rule {
  return { code, slug, severity, summary, aliases: [], ...(twins === undefined ? {} : { twins }) };
}

type SlugAndSummary = readonly [slug: string, summary: string];
