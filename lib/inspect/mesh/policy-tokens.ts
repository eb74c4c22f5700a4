import type { Field } from './field';
import type { Resource } from './resource';

/** Whether an AuthorizationPolicy does something, and this. */
export function isInForce({ spec, annotations }: Resource, action: string): boolean {
  return (spec.at('action').text ?? 'ALLOW') === action && annotations['istio.io/dry-run'] !== 'true';
}

/** Whether no request without a token passes a rule. A condition with `notValues` alone asks for none. */
export function asksForToken(rule: Field): boolean {
  const sources = rule.at('from').items().map(from => from.at('source'));
  return (sources.length > 0 && sources.every(source => source.at('requestPrincipals').isFilled))
    || rule.at('when').items().some(condition => condition.at('key').text?.startsWith('request.auth.') === true && condition.at('values').isFilled);
}

/** The rules that refuse requests since they have no token. What they leave out they leave out on purpose; they ask for nothing else of callers. */
export function denialsWithoutToken(policies: readonly Resource[]): Field[] {
  return policies.filter(policy => isInForce(policy, 'DENY')).flatMap(policy => policy.spec.at('rules').items()).filter(rule => {
    const sources = rule.at('from').items().map(from => from.at('source'));
    const conditions = rule.at('when').items();
    const isDenied = sources.length === 0 ? conditions.some(asksForNoToken) : sources.some(isWithoutToken);
    return isDenied && conditions.every(condition => !condition.at('values').isFilled);
  });
}

function asksForNoToken(condition: Field): boolean {
  return condition.at('key').text === 'request.auth.principal' && condition.at('notValues').texts.includes('*');
}

function isWithoutToken(source: Field): boolean {
  return source.at('notRequestPrincipals').texts.includes('*') && source.entries().every(([key, value]) => key.startsWith('not') || !value.isFilled);
}
