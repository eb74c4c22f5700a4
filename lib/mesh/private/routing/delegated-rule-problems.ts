import { PathMatch, PathMatchKind } from '../../path-match';
import { TextMatch, TextMatchKind } from '../../text-match';
import type { RuleIntent } from '../intent';
import type { Conditions } from './conditions';
import type { DelegatedPart } from './delegated-part';
import { isWithin } from './narrower-path';
import { pathText } from './path-text';

/** Why the mesh would refuse a rule of routes that are left to a team, or drop it without a word: it could take more than is left. */
export function delegatedRuleProblems(rule: RuleIntent, { hostname, path: left }: DelegatedPart): string[] {
  const { alternatives } = rule;
  if ('delegate' in rule) {
    const { namespace, name } = rule.delegate;
    return [`delegates requests to "${namespace}/${name}", but delegated requests cannot be delegated again. Let the owner of "${hostname}" delegate them to "${namespace}/${name}".`];
  }
  if (alternatives.some(comparesByPattern)) {
    return ['compares with a regular expression, which the mesh rejects for delegated requests. Use exact texts or prefixes; for a sticky split, Stickiness.header instead of a cookie.'];
  }
  if (left !== undefined && alternatives.some(({ path }) => path !== undefined && !isWithin(path, left))) {
    return [`matches paths outside ${pathText(left)}, which is all that the owner of "${hostname}" delegates to it. Use paths within it.`];
  }
  return [];
}

/** Whether something of a request is compared with a regular expression. */
export function comparesByPattern({ authority, headers, path, query, withoutHeaders }: Conditions): boolean {
  const texts: TextMatch[] = [headers, query, withoutHeaders].flatMap(record => Object.values(record));
  return path?.kind === PathMatchKind.REGEX || [authority, ...texts].some(text => text?.kind === TextMatchKind.REGEX);
}

/** @returns the path @throws when it is a regular expression, which the mesh refuses where requests are left to a team */
export function requireNoPattern(path: PathMatch | undefined, place: string): PathMatch | undefined {
  if (path?.kind === PathMatchKind.REGEX) {
    throw new Error(`${place}: delegates ${pathText(path)}, but the mesh rejects regular expressions there. Use PathMatch.below, PathMatch.exact or PathMatch.prefix.`);
  }
  return path;
}
