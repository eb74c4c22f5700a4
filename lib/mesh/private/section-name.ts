import { createHash } from 'node:crypto';

/** A label of DNS has no more characters. */
const LONGEST = 63;

/**
 * The name of a listener that serves one hostname, a label of DNS, and another one for each hostname: a hyphen within a hostname is doubled, so
 * that it is none of its dots.
 */
export function sectionName(protocol: string, hostname: string): string {
  if (hostname === '*') {
    return protocol;
  }
  const name = `${protocol}-${hostname.replace('*', WILDCARD).replaceAll('-', '--').replaceAll('.', '-')}`;
  if (name.length <= LONGEST && !hostname.startsWith(`${WILDCARD}.`)) {
    return name;
  }
  const mark = hostnameMark(hostname);
  return `${name.slice(0, LONGEST - 1 - mark.length).replace(/-+$/, '')}-${mark}`;
}

/** What stands for `*` in names. */
export const WILDCARD = 'wildcard';

/** Another text for each hostname, short enough for names. */
export function hostnameMark(hostname: string): string {
  return createHash('sha256').update(hostname).digest('hex').slice(0, 8);
}
