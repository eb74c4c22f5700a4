import type { AccessRuleIntent } from './access-intent';
import { ruleCovers } from './rule-covers';

/** Rules for some pods. */
export interface RuledPods {
  readonly place: string;
  readonly kind: string;
  /** rules that let some in, and so nobody else */
  readonly closing: () => readonly AccessRuleIntent[];
  readonly allow: () => readonly AccessRuleIntent[];
}

/** Whether something that is to keep others out keeps nobody out, since those are let in wherever more pods are meant. */
export function voidProblems(wide: RuledPods, narrow: RuledPods): string[] {
  const isVoid = narrow.closing().some(rule => (
    wide.allow().some(wider => ruleCovers(wider, rule) && !ruleCovers(rule, wider))
  ));
  return !isVoid ? [] : [
    `${narrow.place}: names who may call, but "${wide.place}" already lets them and others in everywhere in the ${wide.kind}, so it keeps nobody out. Allow there, or with DefaultAccess.OPEN, only callers that may call everything, and use Caller.anyone() for single services; or leave it out here.`,
  ];
}
