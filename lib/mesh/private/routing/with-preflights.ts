import { HttpMethod } from '../../http-method';
import { TextMatch } from '../../text-match';
import type { RuleIntent } from '../intent';
import { distinct } from './conditions';
import type { Conditions } from './conditions';

/**
 * A rule with a CORS policy also takes the preflights that ask for its requests: their method is another, so that otherwise the policy of another
 * rule would answer them, or none. A preflight has no headers of the request, so what asks for some cannot be told from it.
 */
export function withPreflights<T extends RuleIntent>(rule: T): T {
  if (!('cors' in rule) || rule.cors === undefined) {
    return rule;
  }
  return { ...rule, alternatives: distinct(rule.alternatives.flatMap(conditions => [conditions, ...preflights(conditions)])) };
}

function preflights(conditions: Conditions): Conditions[] {
  const { method, headers } = conditions;
  if (method === undefined || method === HttpMethod.OPTIONS || Object.keys(headers).length > 0) {
    return [];
  }
  return [{ ...conditions, method: HttpMethod.OPTIONS, headers: { 'access-control-request-method': TextMatch.exact(method) } }];
}
