import { X509Certificate } from 'node:crypto';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import type { ObjectSet } from '../../mesh/object-set';
import { podsSelected, RunningPod } from '../../mesh/pods';
import { isSecretKnown, SECRET_KINDS, showsSecretsOf } from '../../mesh/provided-secrets';
import type { Resource } from '../../mesh/resource';
import { secretTexts } from '../../mesh/secret-texts';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Problem, Undecided } from '../check';
import { missingSecret } from '../missing-secret';
import { istioRule } from './istio-rules';

const rules = {
  missing: istioRule('IST0101', 'error', ['gateway-credential', 'A Gateway uses a Secret that is not in the namespace of its pods.']),
  invalid: istioRule('IST0161', 'error', ['gateway-certificate', 'The Secret of a Gateway contains no currently valid certificate.']),
};

/** The Secrets from which a Gateway takes its certificates. */
export const gatewayCredentialsCheck = defineCheck({
  rules: Object.values(rules),
  analyzer: 'gateway.SecretAnalyzer',
  kinds: [ISTIO_GATEWAY],
  reads: [...SECRET_KINDS, ...WORKLOAD_KINDS],
  * judge({ spec, namespace }, { set }) {
    const [pod] = podsSelected(set, spec.at('selector').textMap);
    const credentials = spec.at('servers').items().map(server => server.at('tls', 'credentialName'));
    for (const credential of pod === undefined ? [] : credentials.filter(({ text = '' }) => text !== '')) {
      const found = judgeCredential(set, credential, { gateway: namespace, pod });
      // Of a Secret in another namespace than the Gateway MESH044 speaks.
      if (found !== undefined && !('undecided' in found && found.unknown !== secretBeside(namespace, credential.text))) {
        yield found;
      }
    }
  },
});

function secretBeside(namespace: string, text = ''): string {
  return `Secret ${namespace}/${text.slice(text.indexOf('/') + 1)}`;
}

interface Places {
  /** The namespace of the Gateway. */
  readonly gateway: string;
  readonly pod: RunningPod;
}

function judgeCredential(set: ObjectSet, credential: Field, { gateway, pod }: Places): Problem | Undecided | undefined {
  const { text = '', path } = credential;
  const slash = text.indexOf('/');
  const [namespace, name] = slash < 0 ? [pod.namespace, text] : [text.slice(0, slash), text.slice(slash + 1)];
  const secret = set.find('Secret', namespace, name);
  if (secret !== undefined) {
    const problem = problemOf(secret);
    return problem === undefined ? undefined : {
      rule: rules.invalid, path, message: `the Secret ${secret.fullName} ${problem}`, repair: 'issue a certificate, and keep it in tls.crt with its key in tls.key',
    };
  }
  if (isSecretKnown(set, namespace, name)) {
    return undefined;
  }
  const isGuess = slash < 0 && pod.resource === undefined;
  return showsSecretsOf(set, namespace)
    ? { rule: rules.missing, path, ...missingSecret(set, { name, places: [namespace], beside: gateway, isGuess }) }
    : { undecided: rules.missing, unknown: `Secret ${namespace === '' ? name : `${namespace}/${name}`}` };
}

/** What is wrong with the certificate in a Secret. */
function problemOf(secret: Resource): string | undefined {
  const texts = secretTexts(secret);
  const isThere = (key: string): boolean => (texts.get(key) ?? '') !== '';
  const [certificate] = PAIRS.filter(pair => pair.every(isThere)).map(([one]) => texts.get(one));
  if (certificate === undefined) {
    return 'has neither tls.crt and tls.key, nor cert and key';
  }
  const parsed = parse(certificate);
  if (parsed === undefined) {
    return 'contains no certificate in PEM';
  }
  const [from, to, now] = [Date.parse(parsed.validFrom), Date.parse(parsed.validTo), Date.now()];
  return from <= now && now <= to ? undefined : `contains a certificate that is only valid from ${day(from)} to ${day(to)}`;
}

const PAIRS = [['cert', 'key'], ['tls.crt', 'tls.key']] as const;

/** The first block of a text in PEM, if it is a certificate. */
function parse(pem: string): X509Certificate | undefined {
  const [, body] = /-----BEGIN [^-\n]+-----\s+([A-Za-z0-9+/=\s]+)-----END/.exec(pem) ?? [];
  try {
    return body === undefined ? undefined : new X509Certificate(Buffer.from(body, 'base64'));
  } catch {
    return undefined;
  }
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
