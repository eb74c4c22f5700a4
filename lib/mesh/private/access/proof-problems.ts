import { MutualTls } from '../../mutual-tls';
import type { AccessRuleIntent } from './access-intent';
import type { CallerIntent } from './caller-intent';

/** Rules, and which connections are taken where one of them holds: at each of its ports. */
export interface ProvenRules {
  readonly place: string;
  readonly allow: readonly AccessRuleIntent[];
  readonly deny: readonly AccessRuleIntent[];
  readonly modesOf: (rule: AccessRuleIntent) => readonly MutualTls[];
}

/** Whether callers can prove, where they are told by that, who they are. */
export function proofProblems({ place, allow, deny, modesOf }: ProvenRules): string[] {
  const escaped = deny.some(rule => provesItself(rule.caller) && modesOf(rule).some(mode => mode !== MutualTls.STRICT));
  const unproven = allow.some(rule => provesItself(rule.caller) && modesOf(rule).every(mode => mode === MutualTls.DISABLED));
  return [
    ...escaped ? [`${place}: denies callers by identity, but accepts plain text, which does not identify callers. Use access.mutualTls(MutualTls.STRICT), or deny by address.`] : [],
    ...unproven ? [`${place}: allows callers by identity, but accepts only plain text, which does not identify callers. Leave out MutualTls.DISABLED, or allow by address.`] : [],
  ];
}

/** Whether a caller is told by what mutual TLS proves. */
export function provesItself({ identity, namespaces }: CallerIntent): boolean {
  return identity !== undefined || namespaces !== undefined;
}
