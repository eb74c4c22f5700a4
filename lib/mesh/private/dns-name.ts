import { DNS_LABEL } from './dns-label';

const NAME = new RegExp(`^${DNS_LABEL}(\\.${DNS_LABEL})*$`);

/** @throws when a text is no name of a domain */
export function requireDnsName(text: string, what: string): string {
  if (text.length > 253 || !NAME.test(text)) {
    throw new Error(`${what}: "${text}" is no name of a domain. Say labels of lower-case letters, digits and inner hyphens with dots between, such as "cluster.local".`);
  }
  return text;
}
