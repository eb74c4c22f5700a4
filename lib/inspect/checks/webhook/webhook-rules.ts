import type { Rule } from '../rule';

/** A rule for which istiod's admission webhook refuses an object. */
export function refusal(slug: string, summary: string, aliases: readonly string[] = []): Rule {
  return { code: 'IST0106', slug, severity: 'error', summary, aliases };
}

/** A rule for which istiod's admission webhook warns of an object that it takes. */
export function warning(slug: string, summary: string, aliases: readonly string[] = []): Rule {
  return { code: 'IST0133', slug, severity: 'warning', summary, aliases };
}
