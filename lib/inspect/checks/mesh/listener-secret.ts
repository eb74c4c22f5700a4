import type { Field } from '../../mesh/field';
import type { ObjectSet } from '../../mesh/object-set';
import { isSecretKnown, SECRET_KINDS, showsSecretsOf } from '../../mesh/provided-secrets';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const listenerSecret = meshRule('MESH105', 'error', ['listener-secret', 'A listener takes its certificate from a Secret that is not there.']);

/** The Secrets from which Gateways of Kubernetes take their certificates; of those of Istio's own Gateways istioctl speaks. */
export const listenerSecretCheck = defineCheck({
  rules: [listenerSecret],
  kinds: ['gateway.networking.k8s.io/Gateway'],
  fields: ['certificateRefs'],
  reads: SECRET_KINDS,
  * judge({ spec, namespace, annotations }, { set }) {
    if (ISSUERS.some(issuer => annotations[issuer] !== undefined)) {
      return;
    }
    for (const reference of spec.at('listeners').items().flatMap(listener => listener.at('tls', 'certificateRefs').items()).filter(isToSecret)) {
      yield* judgeReference(reference, namespace, set);
    }
  },
});

/** cert-manager makes the Secrets of a Gateway with one of these. */
const ISSUERS = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

function isToSecret(reference: Field): boolean {
  return !reference.at('group').isFilled && (reference.at('kind').text ?? 'Secret') === 'Secret' && reference.at('name').text !== undefined;
}

function* judgeReference(reference: Field, own: string, set: ObjectSet): Judgement {
  const name = reference.at('name').text ?? '';
  const namespace = reference.at('namespace').text ?? own;
  if (isSecretKnown(set, namespace, name)) {
    return;
  }
  const fullName = namespace === '' ? name : `${namespace}/${name}`;
  yield showsSecretsOf(set, namespace) ? {
    rule: listenerSecret,
    path: reference.at('name').path,
    message: `the input shows no Secret ${fullName}, so that the listener serves nothing`,
    repair: `add the Secret, or what makes it, or say --assume 'Secret ${fullName}' if somebody else creates it`,
  } : { undecided: listenerSecret, unknown: `Secret ${fullName}` };
}
