import type { Rule } from '../rule';

/** The code under which istiod's admission webhook refuses objects. */
export const webhookRefusal = 'IST0106';

/** A rule for which istiod's admission webhook refuses an object. */
export function refusal(slug: string, summary: string, aliases: readonly string[] = []): Rule {
  return { code: webhookRefusal, slug, severity: 'error', summary, aliases };
}

/** A rule for which istiod's admission webhook warns of an object that it takes. */
export function warning(slug: string, summary: string, aliases: readonly string[] = []): Rule {
  return { code: 'IST0133', slug, severity: 'warning', summary, aliases };
}
