import { DNS_LABEL } from '../dns-label';

const LAST = `(?!\\d+$)${DNS_LABEL}`;
const HOSTNAME = new RegExp(`^(\\*|(\\*|${DNS_LABEL})(\\.${DNS_LABEL})*\\.${LAST})$`);

/** With the name of a gateway before it, it becomes the name of an object, which has 253 characters at most. */
const LONGEST = 189;

/** @throws when a text is no hostname that a gateway can serve */
export function requireHostname(hostname: string, place: string): string {
  if (!isHostname(hostname)) {
    const bare = bareName(hostname);
    throw new Error(`${place}: "${hostname}" is not a hostname. ${isHostname(bare) ? `Write only the name, in lowercase: "${bare}".` : RULE}`);
  }
  return hostname;
}

/** Whether all that one hostname stands for is served by another: `*.example.com` stands for all below it, to any depth. */
export function covers(served: string, hostname: string): boolean {
  return served === hostname || (served.startsWith('*') && hostname.endsWith(served.slice(1)));
}

const RULE = `It needs at least one dot and at most ${LONGEST} characters; its labels consist of lowercase letters, digits and inner hyphens, the last not only of digits; and "*" may be the whole first label, or all of it.`;

/** Whether a gateway can serve it: a name with a dot, or all below one. */
export function isHostname(text: string): boolean {
  return text.length <= LONGEST && HOSTNAME.test(text);
}

/** What is left without scheme, port, path, last dot and upper case. */
function bareName(text: string): string {
  return text.toLowerCase().replace(/^[a-z]+:\/\//, '').replace(/[/?#].*$/, '').replace(/:\d+$/, '').replace(/\.$/, '');
}
