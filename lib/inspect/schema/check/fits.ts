import { Context } from './context';
import { Findings } from './findings';

/** Whether a check of a value finds nothing against it but that fields are missing. What it finds is forgotten. */
export function fits(context: Context, check: (trial: Context) => void): boolean {
  const findings = new Findings();
  // Not the root, where some fields need no schema.
  findings.path.push('value');
  // A trial guesses at nothing: it would try again, without end.
  check({ ...context, findings, fits: () => false });
  return findings.sorted.every(({ kind }) => kind === 'required');
}
