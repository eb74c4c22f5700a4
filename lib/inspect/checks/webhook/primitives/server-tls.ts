import type { Field } from '../../../mesh/field';
import { isPassedOn, tlsMode } from '../../../mesh/tls-mode';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal, warning } from '../webhook-rules';
import { cipherRules, cipherSuites } from './cipher-suites';
import { missingFiles } from './missing-files';

export const serverTlsRules = {
  ...cipherRules,
  mutual: refusal('istio-mutual-with-files', 'ISTIO_MUTUAL is set together with other certificates.'),
  unused: warning('passthrough-with-files', 'Certificates are set for a mode that does not terminate TLS.'),
  twoSources: refusal('server-tls-two-sources', 'The certificates of a server come from more than one place.'),
  trust: refusal('server-tls-without-trust', 'Clients must present a certificate, but no CA is set.'),
  missing: refusal('server-tls-missing-file', 'A server has no certificate or no key.'),
  many: warning('server-tls-many-certificates', 'A server has more than two certificates, but the proxy uses only two.'),
  revocation: refusal('revocation-list-unused', 'A revocation list is set where no client certificate is required, or next to a Secret that contains it.'),
};

const CREDENTIALS = ['credentialName', 'credentialNames'];
const FILES = ['serverCertificate', 'privateKey', 'caCertificates', 'tlsCertificates', ...CREDENTIALS];
const OPENING: ReadonlyArray<string | undefined> = ['SIMPLE', 'MUTUAL', 'OPTIONAL_MUTUAL'];

/** What is said of the TLS that a server, in a gateway or beside a workload, speaks. */
export function* serverTls(tls: Field): Judgement {
  yield* cipherSuites(tls);
  const mode = tlsMode(tls);
  // Of what is no text the schema speaks.
  if (mode === undefined && tls.at('mode').isSet) {
    return;
  }
  if (mode === 'ISTIO_MUTUAL') {
    for (const field of filled(tls, FILES)) {
      yield broken(serverTlsRules.mutual, field, `${field.key} is not used with ISTIO_MUTUAL`, 'remove it, or write MUTUAL');
    }
    return;
  }
  yield* passthrough(tls, mode);
  yield* sources(tls);
  if (!OPENING.includes(mode) || filled(tls, CREDENTIALS).length === 0) {
    yield* files(tls, mode);
  }
}

function* passthrough(tls: Field, mode: string | undefined): Judgement {
  const unused = isPassedOn(mode) ? filled(tls, ['caCrl', ...FILES]) : [];
  if (unused.length > 0) {
    const reason = tls.at('mode').isSet ? `${mode} does not terminate TLS, and does` : `tls has no mode, which means ${mode}: it does not terminate TLS, and does`;
    const repair = tls.at('mode').isSet ? 'write another mode' : 'write mode: SIMPLE, or another that terminates TLS';
    yield broken(serverTlsRules.unused, unused[0], `${reason} not use ${unused.map(({ key }) => key).join(', ')}`, `${repair}, or remove what it does not use`);
  }
}

function* sources(tls: Field): Judgement {
  const pair = filled(tls, ['serverCertificate', 'privateKey']);
  const given = [...pair.length === 2 ? [pair[0]] : [], ...filled(tls, [...CREDENTIALS, 'tlsCertificates'])];
  if (given.length > 1) {
    const names = given.map(({ key }) => key).join(' and ');
    yield broken(serverTlsRules.twoSources, given[1], `${names} are mutually exclusive`, 'keep one of them');
  }
}

function* files(tls: Field, mode: string | undefined): Judgement {
  const isMutual = mode === 'MUTUAL' || mode === 'OPTIONAL_MUTUAL';
  if (isMutual && !tls.at('caCertificates').isFilled) {
    yield broken(serverTlsRules.trust, tls.at('caCertificates'), `${mode} has no caCertificates`, 'name the file, or write credentialName');
  }
  if (OPENING.includes(mode)) {
    yield* certificates(tls);
  }
  const list = tls.at('caCrl');
  if (list.isFilled && (mode === 'SIMPLE' || tls.at('credentialName').isFilled)) {
    const reason = mode === 'SIMPLE' ? 'SIMPLE does not request client certificates' : 'the Secret of credentialName contains the list';
    yield broken(serverTlsRules.revocation, list, `caCrl has no effect, since ${reason}`, 'remove it');
  }
}

function* certificates(tls: Field): Judgement {
  const list = tls.at('tlsCertificates');
  if (list.items().length > 2) {
    yield broken(serverTlsRules.many, list, `the server has ${list.items().length} certificates, but the proxy uses only two`, 'keep one RSA and one ECDSA certificate');
  }
  for (const pair of list.isFilled ? list.items() : [tls]) {
    const missing = missingFiles(pair, 'serverCertificate');
    if (missing !== undefined) {
      yield broken(serverTlsRules.missing, missing.place, `the server has ${missing.lacks}`, `name the ${missing.files}, or write credentialName`);
    }
  }
}

function filled(tls: Field, keys: readonly string[]): Field[] {
  return keys.map(key => tls.at(key)).filter(({ isFilled }) => isFilled);
}
