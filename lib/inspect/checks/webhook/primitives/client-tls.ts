import type { Field } from '../../../mesh/field';
import type { Judgement } from '../../check';
import { broken } from '../broken';
import { refusal } from '../webhook-rules';
import { missingFiles } from './missing-files';

export const clientTlsRules = {
  configMap: refusal('credential-config-map', 'A ConfigMap credential is not of the form configmap://namespace/name in the namespace of the object.'),
  unverified: refusal('unverified-with-trust', 'Client TLS settings have insecureSkipVerify together with settings that verify the server.'),
  twoSources: refusal('client-tls-two-sources', 'Certificates come from both files and a Secret.'),
  missing: refusal('client-tls-missing-file', 'Mutual TLS has no certificate or no key.'),
};

const CONFIG_MAP = 'configmap://';
const FILES = ['clientCertificate', 'caCertificates', 'privateKey', 'caCrl'];

/** What is said of the TLS with which a client, in a namespace, asks a server. */
export function* clientTls(tls: Field, namespace: string): Judgement {
  const { text: mode = 'DISABLE' } = tls.at('mode');
  yield* configMapCredential(tls.at('credentialName'), namespace);
  yield* unverified(tls, mode);
  if ((mode === 'SIMPLE' || mode === 'MUTUAL') && tls.at('credentialName').isFilled) {
    for (const file of FILES.map(key => tls.at(key)).filter(({ isFilled }) => isFilled)) {
      yield broken(clientTlsRules.twoSources, file, `${file.key} and credentialName are mutually exclusive`, 'keep one of them');
    }
  } else if (mode === 'MUTUAL') {
    const missing = missingFiles(tls, 'clientCertificate');
    if (missing !== undefined) {
      yield broken(clientTlsRules.missing, missing.place, `mutual TLS has ${missing.lacks}`, `name the ${missing.files}, or write credentialName or ISTIO_MUTUAL`);
    }
  }
}

function* configMapCredential(credential: Field, namespace: string): Judgement {
  const { text = '' } = credential;
  if (!text.startsWith(CONFIG_MAP)) {
    return;
  }
  const [theirs, name, ...rest] = text.slice(CONFIG_MAP.length).split('/');
  if (theirs !== namespace || namespace === '' || (name ?? '') === '' || rest.length > 0) {
    yield broken(clientTlsRules.configMap, credential, `"${text}" names no ConfigMap of this namespace`, `write ${CONFIG_MAP}${namespace}/ and its name`);
  }
}

function* unverified(tls: Field, mode: string): Judgement {
  const trust = { SIMPLE: ['caCertificates', 'credentialName', 'subjectAltNames'], MUTUAL: ['caCertificates', 'subjectAltNames'] }[mode] ?? [];
  for (const field of tls.at('insecureSkipVerify').value === true ? trust.map(key => tls.at(key)).filter(({ isFilled }) => isFilled) : []) {
    yield broken(clientTlsRules.unverified, field, `${field.key} has no effect with insecureSkipVerify`, 'remove it, or insecureSkipVerify');
  }
}
