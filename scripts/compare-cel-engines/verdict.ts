/** What becomes of a rule: a value keeps it, a value breaks it, or there is no answer but an error. */
export type Verdict = 'holds' | 'breaks' | 'fails';

/** The verdict in the answer of an API server to a rule without a message: true, or what it says. */
export function verdictOf(rule: string, answer: true | string): Verdict {
  if (answer === true) {
    return 'holds';
  }
  return answer === `failed rule: ${rule.trim()}` ? 'breaks' : 'fails';
}

/** The verdict of a program that gives the value of a rule, or throws. */
export function verdictFrom(evaluate: () => unknown): Verdict {
  try {
    const value = evaluate();
    return typeof value === 'boolean' ? value ? 'holds' : 'breaks' : 'fails';
  } catch {
    return 'fails';
  }
}
