import type { AccessRuleIntent } from './access-intent';
import type { CallerIntent } from './caller-intent';
import { ruleCovers } from './rule-covers';

/** What is said of who may call some pods, or more of them. */
export interface DenyingScope {
  /** path of the construct */
  readonly place: string;
  readonly deny: readonly AccessRuleIntent[];
}

/** Those whom something lets in and who are denied for all of that, so that it does nothing. */
export function cancelledRules(place: string, allow: readonly AccessRuleIntent[], scopes: readonly DenyingScope[]): string[] {
  return allow.flatMap(rule => {
    const scope = scopes.find(({ deny }) => deny.some(denied => ruleCovers(denied, rule)));
    return scope === undefined ? [] : [
      `${place}: lets in ${callerText(rule.caller)}, and ${scope.place === place ? 'denies' : `"${scope.place}" denies`} all of that, so it never gets in. Leave out one of the two, or deny only some methods or ports.`,
    ];
  });
}

/** Who calls, as people read it. */
export function callerText({ address, identity, namespaces, token }: CallerIntent): string {
  const parts = [
    ...identity === undefined ? [] : [`the account "${identity.account}" of the namespace "${identity.namespace}"`],
    ...namespaces === undefined ? [] : [`the ${namespaces.length === 1 ? 'namespace' : 'namespaces'} "${namespaces.join('" and "')}"`],
    ...address === undefined ? [] : [`the addresses ${address.ranges.join(', ')}`],
    ...token === undefined ? [] : [`tokens of "${token.issuer.issuer}"`],
  ];
  return parts.length === 0 ? 'everybody' : parts.join(' with ');
}
