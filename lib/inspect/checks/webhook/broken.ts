import type { Field } from '../../mesh/field';
import type { Problem } from '../check';
import type { Rule } from '../rule';

/** A rule that is broken at a place: what is wrong there, and what mends it. */
export function broken(rule: Rule, { path }: Field, message: string, repair: string): Problem {
  return { rule, path, message, repair };
}
