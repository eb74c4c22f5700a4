import type { Rule } from './rule';

/** Stands for a check that fails itself, so that nobody takes silence for a verdict. Istio keeps the same code for it. */
export const internalErrorRule: Rule = {
  code: 'IST0001',
  slug: 'internal-error',
  severity: 'error',
  summary: 'A check crashed, so its result is unknown.',
  aliases: [],
};
