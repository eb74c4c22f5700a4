import type { Rule, Severity } from '../rule';

/** A rule that stands for what an analyzer of istioctl says. */
export function istioRule(code: string, severity: Severity, [slug, summary]: readonly [string, string], aliases: readonly string[] = []): Rule {
  return { code, slug, severity, summary, aliases };
}
