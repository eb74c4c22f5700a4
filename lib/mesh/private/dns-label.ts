/** A label of a host name, as a part of a regular expression. The names of namespaces are such labels, too. */
export const DNS_LABEL = '[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?';

const WHOLE = new RegExp(`^${DNS_LABEL}$`);

/** Whether a text is a label of a host name. */
export function isDnsLabel(text: string): boolean {
  return WHOLE.test(text);
}

/** @throws when a text is no such label */
export function requireDnsLabel(text: string, what: string): string {
  if (!isDnsLabel(text)) {
    throw new Error(`${what}: "${text}" is not a host name label. Use lowercase letters, digits and inner hyphens, at most 63 characters.`);
  }
  return text;
}
