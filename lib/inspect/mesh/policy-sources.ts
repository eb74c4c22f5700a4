import type { Field } from './field';
import type { Resource } from './resource';

/** The sources that the rules of an AuthorizationPolicy name. */
export function sourcesOf({ spec }: Resource): Field[] {
  return spec.at('rules').items().flatMap(rule => rule.at('from').items()).map(from => from.at('source'));
}

/** The values of conditions on a key, `source.principal` and those that it must not have. */
export function conditionValues({ spec }: Resource, key: string): Field[] {
  return spec.at('rules').items().flatMap(rule => rule.at('when').items()).filter(condition => condition.at('key').text === key)
    .flatMap(condition => [...condition.at('values').items(), ...condition.at('notValues').items()]);
}
