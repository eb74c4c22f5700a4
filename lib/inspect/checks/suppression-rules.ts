import type { Rule } from './rule';

/** What is said of suppressions that stand on objects. The run finds these, no check: only it knows what was hidden. */
export const suppressionRules = {
  idle: {
    code: 'MESH051',
    slug: 'idle-suppression',
    severity: 'info',
    summary: 'An annotation suppresses a finding that is not there.',
    aliases: [],
  },
  unreasoned: {
    code: 'MESH052',
    slug: 'unreasoned-suppression',
    severity: 'warning',
    summary: 'An annotation suppresses a finding without a reason, so it is ignored.',
    aliases: [],
  },
} as const satisfies Readonly<Record<string, Rule>>;
