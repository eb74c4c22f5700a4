import { hostnameMark, WILDCARD } from '../section-name';

/** The name of the object with the rules of a hostname: of the usual ones the hostname itself, and another one for each. */
export function hostObjectName(gateway: string, hostname: string): string {
  const name = `${gateway}.${hostname.replace('*', WILDCARD)}`;
  return hostname.startsWith(`${WILDCARD}.`) ? `${name}-${hostnameMark(hostname)}` : name;
}
