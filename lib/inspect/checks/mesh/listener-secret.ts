import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { ListenerSecret, listenerSecrets } from '../../mesh/listener-secrets';
import type { ObjectSet } from '../../mesh/object-set';
import { isSecretKnown, SECRET_KINDS, showsSecretsOf } from '../../mesh/provided-secrets';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const listenerSecret = meshRule('MESH105', 'error', ['listener-secret', 'A listener takes its certificate from a Secret that does not exist.']);

/** The Secrets from which Gateways of Kubernetes take their certificates; of those of Istio's own Gateways istioctl speaks. */
export const listenerSecretCheck = defineCheck({
  rules: [listenerSecret],
  kinds: [KUBERNETES_GATEWAY],
  fields: ['certificateRefs'],
  reads: SECRET_KINDS,
  * judge(gateway, { set }) {
    if (ISSUERS.some(issuer => gateway.annotations[issuer] !== undefined)) {
      return;
    }
    for (const secret of listenerSecrets(gateway)) {
      yield* judgeSecret(secret, set);
    }
  },
});

/** cert-manager makes the Secrets of a Gateway with one of these. */
const ISSUERS = ['cert-manager.io/issuer', 'cert-manager.io/cluster-issuer'];

function* judgeSecret({ place, namespace, name }: ListenerSecret, set: ObjectSet): Judgement {
  if (isSecretKnown(set, namespace, name)) {
    return;
  }
  const fullName = namespace === '' ? name : `${namespace}/${name}`;
  yield showsSecretsOf(set, namespace) ? {
    rule: listenerSecret,
    path: place.at('name').path,
    message: `Secret ${fullName} is not in the input; without it, the listener serves nothing`,
    repair: `add the Secret, or what creates it, or pass --assume 'Secret ${fullName}' if it is created elsewhere`,
  } : { undecided: listenerSecret, unknown: `Secret ${fullName}` };
}
