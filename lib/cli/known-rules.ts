import { allRules } from '../inspect/checks/all-rules';
import type { Rule } from '../inspect/checks/rule';
import { namesOf } from '../inspect/checks/rule-names';
import { nearest } from '../inspect/nearest';
import { CliError } from './cli-error';

/**
 * The rules that a name stands for: a code, a code that says the same, a family or a slug.
 *
 * @throws CliError when nobody knows the name.
 */
export function rulesNamed(name: string): readonly Rule[] {
  const rules = allRules.filter(rule => namesOf(rule).includes(name));
  if (rules.length === 0) {
    const near = nearest(name, allRules.flatMap(namesOf));
    throw new CliError(`unknown code, family or rule "${name}": ${near.length === 0 ? 'cdk8s-mesh codes lists all' : `did you mean ${near.join(' or ')}?`}`);
  }
  return rules;
}

/** The same name, once it is known. */
export function knownName(name: string): string {
  rulesNamed(name);
  return name;
}
