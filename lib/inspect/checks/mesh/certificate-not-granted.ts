import { KUBERNETES_GATEWAY } from '../../mesh/gateway-references';
import { listenerSecrets } from '../../mesh/listener-secrets';
import { isSecretKnown, SECRET_KINDS, showsSecretsOf } from '../../mesh/provided-secrets';
import { groupRepair, isGranted, REFERENCE_GRANT } from '../../mesh/reference-grants';
import { isRepresented } from '../../mesh/represented-namespaces';
import { defineCheck } from '../check';
import { meshRule } from './mesh-rule';

const certificateNotGranted = meshRule('MESH114', 'error', [
  'certificate-not-granted', 'A listener uses a certificate from another namespace, which does not grant it.',
]);

/** Certificates in another namespace than that of the Gateway. Of a Secret that is missing there MESH105 speaks. */
export const certificateNotGrantedCheck = defineCheck({
  rules: [certificateNotGranted],
  kinds: [KUBERNETES_GATEWAY],
  fields: ['certificateRefs'],
  reads: [REFERENCE_GRANT, 'Service', ...SECRET_KINDS],
  * judge(gateway, { set }) {
    const from = { kind: 'Gateway', namespace: gateway.namespace };
    for (const { place, namespace, name } of listenerSecrets(gateway)) {
      const [isThere, areShown] = [isSecretKnown(set, namespace, name), showsSecretsOf(set, namespace)];
      const secret = { kind: 'Secret', namespace, name };
      if (isGranted(set, from, secret) || (areShown && !isThere)) {
        continue;
      }
      yield isThere || isRepresented(set, namespace) ? {
        rule: certificateNotGranted,
        path: place.at('namespace').path,
        message: `no ReferenceGrant in ${namespace} allows Gateways in ${from.namespace} to use the Secret ${name}, so the listener serves nothing`,
        repair: groupRepair(set, from, secret) ?? `add a ReferenceGrant to ${namespace}, from the Gateways of ${from.namespace} to the Secret`,
      } : { undecided: certificateNotGranted, unknown: `namespace ${namespace}` };
    }
  },
});
