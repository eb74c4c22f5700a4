import type { Field } from './field';
import { operationsOf } from './policy-workloads';

const OF_OPERATIONS = ['hosts', 'notHosts', 'methods', 'notMethods', 'paths', 'notPaths'];

/** The fields of a rule of an AuthorizationPolicy that ask for what requests alone have: of its operations all that do, of its sources some. */
export function requestFields(rule: Field, ofSources: readonly string[]): Field[] {
  return [
    ...operationsOf([rule]).flatMap(operation => OF_OPERATIONS.map(key => operation.at(key))),
    ...rule.at('from').items().flatMap(from => ofSources.map(key => from.at('source', key))),
  ].filter(({ isFilled }) => isFilled);
}

/** What the conditions of a rule ask for. */
export function conditionKeys(rule: Field): string[] {
  return rule.at('when').items().map(condition => condition.at('key').text ?? '').filter(key => key !== '');
}
