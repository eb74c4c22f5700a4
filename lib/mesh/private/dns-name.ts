import { DNS_LABEL } from './dns-label';

const NAME = new RegExp(`^${DNS_LABEL}(\\.${DNS_LABEL})*$`);

/** @throws when a text is no name of a domain */
export function requireDnsName(text: string, what: string): string {
  if (text.length > 253 || !NAME.test(text)) {
    throw new Error(`${what}: "${text}" is not a domain name. Use labels of lowercase letters, digits and inner hyphens, separated by dots, such as "cluster.local".`);
  }
  return text;
}
