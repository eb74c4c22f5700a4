import { isIP } from 'node:net';
import type { Field } from '../../../mesh/field';
import type { Judgement, Problem } from '../../check';
import type { Rule } from '../../rule';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';

export const hostRules = {
  host: refusal('host-name', 'A host is not a DNS name.'),
  wildcardHost: refusal('wildcard-host-name', 'A host is neither a DNS name nor a wildcard.'),
};

const DNS_LABEL = '[a-zA-Z0-9](?:[-a-zA-Z0-9]{0,61}[a-zA-Z0-9])?';
/** A name may end with a dot, and its last label is no number, since that would be an IP address. */
const NAME = `(?:${DNS_LABEL}\\.)*(?:(?!\\d+$)${DNS_LABEL}|${DNS_LABEL}\\.)`;
const DNS_LABEL_PATTERN = new RegExp(`^${DNS_LABEL}$`);
const NAME_PATTERN = new RegExp(`^${NAME}$`);
/** With its asterisk, the first label is no longer than any. */
const WILDCARD_NAME_PATTERN = new RegExp(`^(?![^.]{64})(?:\\*|(?:\\*-?)?${DNS_LABEL})(?:\\.${NAME})?$`);
const LONGEST_NAME = 255;

/** Whether a text is one part of a DNS name. istiod takes capitals, too. */
export function isDnsLabel(text: string): boolean {
  return DNS_LABEL_PATTERN.test(text);
}

/** Whether a text is a DNS name, of one label or more. */
export function isHostName(text: string): boolean {
  return text.length <= LONGEST_NAME && NAME_PATTERN.test(text);
}

/** Whether a text is a DNS name, or one whose first label is an asterisk or begins with one. */
export function isWildcardHostName(text: string): boolean {
  return text.length <= LONGEST_NAME && WILDCARD_NAME_PATTERN.test(text);
}

/** Whether a name has an asterisk that is not its whole first label. */
export function isPartialWildcard(text: string): boolean {
  return text.includes('*') && text !== '*' && !text.startsWith('*.');
}

/** What is said of a place where a DNS name has to stand. */
export function* hostName(field: Field): Judgement {
  if (hostOfUrl(field.text) !== undefined) {
    yield noUrl(hostRules.host, field);
  } else if (isText(field) && !isHostName(field.text ?? '')) {
    yield looksLikeAddress(field.text ?? '')
      ? broken(hostRules.host, field, notA('IP address or DNS name', field), 'correct the address: it has four parts, each at most 255')
      : broken(hostRules.host, field, notA('DNS name', field), 'write a DNS name');
  }
}

/** Whether somebody seems to have meant an IP address. */
function looksLikeAddress(text: string): boolean {
  return /^\d+(?:\.\d+){2,}$/.test(text) && isIP(text) === 0;
}

/** What is said of a place where a DNS name has to stand that may begin with an asterisk. */
export function* wildcardHostName(field: Field): Judgement {
  if (hostOfUrl(field.text) !== undefined) {
    yield noUrl(hostRules.wildcardHost, field);
  } else if (isText(field) && !isWildcardHostName(field.text ?? '')) {
    yield broken(hostRules.wildcardHost, field, notA('DNS name', field), 'write a DNS name, or one with * as its first label');
  }
}

/** The host of a text that is a URL: of `https://cart.example.com:80/x` it is `cart.example.com`. */
export function hostOfUrl(text: string | undefined): string | undefined {
  return /^[a-z][a-z0-9+.-]*:\/\/([^/:?#]+)/i.exec(text ?? '')?.[1];
}

/** What is said of a URL where a host has to stand. */
export function noUrl(rule: Rule, field: Field): Problem {
  return broken(rule, field, `"${field.text}" is a URL, but only a host is allowed here`, `write ${hostOfUrl(field.text)}`);
}

/** Whether a text stands at a place, or nothing, which istiod takes for the empty text. */
export function isText(field: Field): boolean {
  return !field.isSet || field.text !== undefined;
}

/** `"a b" is not a DNS name`; of an empty text, `the DNS name is missing`. */
export function notA(what: string, { text = '' }: Field): string {
  return text === '' ? `the ${what} is missing` : `"${text}" is not ${what.startsWith('IP') ? 'an' : 'a'} ${what}`;
}
