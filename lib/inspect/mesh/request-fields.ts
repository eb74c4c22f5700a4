import type { Field } from './field';

/** What operations ask for that requests alone have. */
export const OF_OPERATIONS: readonly string[] = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'];

/** The fields of a rule of an AuthorizationPolicy that ask for what requests alone have: of its operations all that do, of its sources some. */
export function requestFields(rule: Field, ofSources: readonly string[]): Field[] {
  return [
    ...rule.at('to').items().flatMap(to => filled(to.at('operation'), OF_OPERATIONS)),
    ...rule.at('from').items().flatMap(from => filled(from.at('source'), ofSources)),
  ];
}

function filled(owner: Field, keys: readonly string[]): Field[] {
  return keys.map(key => owner.at(key)).filter(({ isFilled }) => isFilled);
}

/** What the conditions of a rule ask for. */
export function conditionKeys(rule: Field): string[] {
  return rule.at('when').items().map(condition => condition.at('key').text ?? '').filter(key => key !== '');
}
