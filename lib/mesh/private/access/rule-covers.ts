import type { AccessRuleIntent, AskedIntent } from './access-intent';
import type { CallerIntent } from './caller-intent';

/** Whether all that one rule lets in is let in by another. Texts are compared, not what they stand for: what cannot be told is not covered. */
export function ruleCovers(wide: AccessRuleIntent, narrow: AccessRuleIntent): boolean {
  return wide.lacks === undefined && callerCovers(wide.caller, narrow.caller) && askedCovers(wide.asked, narrow.asked);
}

/** Whether whoever is one caller is the other as well. */
export function callerCovers(wide: CallerIntent, narrow: CallerIntent): boolean {
  return (wide.identity === undefined || isSame(wide.identity, narrow.identity))
    && (wide.namespaces === undefined || isWithin(narrow.namespaces ?? (narrow.identity && [narrow.identity.namespace]), wide.namespaces))
    && addressCovers(wide.address, narrow.address)
    && tokenCovers(wide.token, narrow.token);
}

function addressCovers(wide: CallerIntent['address'], narrow: CallerIntent['address']): boolean {
  return wide === undefined || (wide.of === narrow?.of && isWithin(narrow.ranges, wide.ranges));
}

function tokenCovers(wide: CallerIntent['token'], narrow: CallerIntent['token']): boolean {
  return wide === undefined || (
    narrow !== undefined
    && wide.issuer.issuer === narrow.issuer.issuer
    && (wide.subject === undefined || wide.subject === narrow.subject)
    && isWithin(wide.claims, narrow.claims)
  );
}

function askedCovers(wide: AskedIntent, narrow: AskedIntent): boolean {
  return (['hosts', 'methods', 'paths', 'ports'] as const).every(name => wide[name] === undefined || isWithin(narrow[name], wide[name]))
    && (['exceptMethods', 'exceptPaths'] as const).every(name => wide[name] === undefined || isSame(wide[name], narrow[name]));
}

/** Of nothing said, everything is meant. */
function isWithin(some: readonly unknown[] | undefined, all: readonly unknown[]): boolean {
  const known = new Set(all.map(textOf));
  return some?.every(one => known.has(textOf(one))) === true;
}

function isSame(one: unknown, other: unknown): boolean {
  return textOf(one) === textOf(other);
}

function textOf(thing: unknown): string {
  return JSON.stringify(thing);
}
