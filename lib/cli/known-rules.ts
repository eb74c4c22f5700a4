import type { Rule } from '../inspect/checks/rule';
import { namesOf } from '../inspect/checks/rule-names';
import { nearest } from '../inspect/nearest';
import { CliError } from './cli-error';

/**
 * A code, a code that says the same, a family or a slug, taken in any letter case, as rules call it. A rule is also known by a code and its
 * slug (`IST0106/percent`), as reports for programs name it; its slug is then what it is called.
 *
 * @throws CliError when nobody knows the name.
 */
export function knownName(name: string, rules: readonly Rule[]): string {
  const names = rules.flatMap(namesOf);
  const wanted = name.toLowerCase();
  const known = names.find(one => one.toLowerCase() === wanted) ?? rules.find(rule => idsOf(rule).includes(wanted))?.slug;
  if (known === undefined) {
    const near = nearest(name.replace(/^.*\//, ''), names);
    throw new CliError(`unknown code, family or rule "${name}": ${near.length === 0 ? 'run cdk8s-mesh codes to list them' : `did you mean ${near.join(' or ')}?`}`);
  }
  return known;
}

/** The rules that a known name stands for. */
export function rulesNamed(name: string, rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(rule => namesOf(rule).includes(name));
}

function idsOf({ code, aliases, slug }: Rule): string[] {
  return [code, ...aliases].map(one => `${one}/${slug}`.toLowerCase());
}
