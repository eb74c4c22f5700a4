import type { Rule } from '../rule';
import { schemaRules } from '../schema-rules';
import { celCounterparts } from './cel-counterparts';

/** The code under which istiod's admission webhook refuses objects. */
export const webhookRefusal = 'IST0106';

/** The code under which it warns of them. */
export const webhookWarning = 'IST0133';

/** What the API server refuses before istiod sees it is one defect, though both say so. */
const SCHEMA_CODES = [...new Set(Object.values(schemaRules).map(({ code }) => code))];

/** A rule for which istiod's admission webhook refuses an object. */
export function refusal(slug: string, summary: string, aliases: readonly string[] = []): Rule {
  const { [slug]: expressions } = celCounterparts;
  return { code: webhookRefusal, slug, severity: 'error', summary, aliases, twins: SCHEMA_CODES, ...(expressions === undefined ? {} : { expressions }) };
}

/** A rule for which istiod's admission webhook warns of an object that it takes. */
export function warning(slug: string, summary: string, aliases: readonly string[] = []): Rule {
  return { code: webhookWarning, slug, severity: 'warning', summary, aliases };
}
