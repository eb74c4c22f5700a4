import type { AccessRuleIntent } from './access-intent';
import type { AccessRules } from './access-rules';

/** Who is let in by what is said of some pods, the narrowest first; undefined: everybody. */
export function letIn([own, ...wider]: readonly AccessRules[]): AccessRuleIntent[] | undefined {
  return own.isGuarded || wider.some(({ closes }) => closes) ? [own, ...wider].flatMap(each => each.allowed()) : undefined;
}
