import { described } from './routing/require-target';

/** What a verb is to be given. */
export interface WantedThing {
  /** in words: `service` */
  readonly what: string;
  /** a member that each such thing has, and hardly another thing */
  readonly has: string;
}

export const CALLEE: WantedThing = { what: 'service', has: '_calledBy' };
export const CALLER: WantedThing = { what: 'caller', has: '_callers' };
export const CONTRACT: WantedThing = { what: 'contract', has: 'serviceAccount' };
export const DELEGATE: WantedThing = { what: 'RouteDelegate', has: '_intent' };
export const EGRESS: WantedThing = { what: 'egress gateway', has: '_carry' };
export const ISSUER: WantedThing = { what: 'issuer', has: '_intent' };
export const AUTHORIZER: WantedThing = { what: 'authorizer', has: '_intent' };
export const LOG_SINK: WantedThing = { what: 'sink for logs', has: '_intent' };
export const TRACE_SINK: WantedThing = { what: 'sink for traces', has: '_traceSink' };

/**
 * What came into a verb, if it is what the verb wants. Programs also run without a compiler before, and of some things nothing is public, so that a
 * compiler takes any object for one.
 *
 * @param place path of the construct, and the verb
 * @throws when nothing came in, as by an import that is not there, or something else did
 */
export function requireGiven<T>(thing: T | null | undefined, { what, has }: WantedThing, place: string): T {
  if (thing === undefined || thing === null) {
    throw new Error(`${place}: no ${what} given. Check the import or the variable.`);
  }
  if (typeof thing !== 'object' || !(has in thing)) {
    throw new Error(`${place}: ${described(thing)} is not a valid ${what}. Check the import or the variable.`);
  }
  return thing;
}
