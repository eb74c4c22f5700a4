import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { warning } from '../webhook-rules';

export const cipherRules = {
  old: warning('old-tls-without-ciphers', 'TLS before 1.2 is allowed, but no cipher suite that it could use.'),
  unknown: warning('cipher-unknown', 'A cipher suite is unknown to the proxy, which ignores it.'),
  duplicate: warning('cipher-duplicate', 'A cipher suite is named twice.'),
};

const ECDHE = ['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA', 'AES256-SHA', 'CHACHA20-POLY1305'];
const CIPHERS = new Set([
  'ALL', 'DES-CBC3-SHA',
  ...['AES128-GCM-SHA256', 'AES256-GCM-SHA384', 'AES128-SHA', 'AES256-SHA'],
  ...ECDHE.flatMap(cipher => [`ECDHE-ECDSA-${cipher}`, `ECDHE-RSA-${cipher}`]),
]);

/** What is said of the versions and cipher suites of a server. */
export function* cipherSuites(tls: Field): Judgement {
  const [suites, version] = [tls.at('cipherSuites'), tls.at('minProtocolVersion')];
  if (['TLSV1_0', 'TLSV1_1'].includes(version.text ?? '') && !suites.isFilled) {
    yield broken(cipherRules.old, version, `${version.text} is not supported by any cipher suite of the proxy`, 'name the suites, or write TLSV1_2');
  }
  const seen = new Set<string>();
  for (const suite of suites.items()) {
    const { text = '' } = suite;
    if (!isCipher(text)) {
      yield broken(cipherRules.unknown, suite, `unknown cipher suite "${text}": the proxy ignores it`, 'use one that the proxy supports');
    } else if (seen.has(text)) {
      yield broken(cipherRules.duplicate, suite, `${text} is named twice`, 'remove one of the two');
    }
    seen.add(text);
  }
}

/** What begins with neither letter nor digit changes the list, as OpenSSL has it. */
function isCipher(text: string): boolean {
  return text === '' || CIPHERS.has(text) || !/^[\p{L}\p{Nd}]/u.test(text);
}
