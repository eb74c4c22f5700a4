import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { podsSelected } from '../../mesh/pods';
import { isSecretKnown, SECRET_KINDS, secretsCalled } from '../../mesh/provided-secrets';
import type { Resource } from '../../mesh/resource';
import { isPassedOn, tlsMode } from '../../mesh/tls-mode';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { missingSecret } from '../missing-secret';
import { meshRule } from './mesh-rule';

const gatewaySecretPlace = meshRule('MESH044', 'warning', [
  'gateway-secret-place', 'The Secret of a Gateway is not in the namespace of the gateway pods, where it must be.',
], ['IST0101']);

/** Certificates that a gateway looks for where they are not. */
export const gatewaySecretPlaceCheck = defineCheck({
  rules: [gatewaySecretPlace],
  kinds: [ISTIO_GATEWAY],
  reads: [...SECRET_KINDS, ...MESH_CONFIG_KINDS, ...WORKLOAD_KINDS],
  * judge(gateway, { set }) {
    const selector = gateway.spec.at('selector');
    const pods = selector.isFilled ? podsSelected(set, selector.textMap) : [];
    // The gateway of an installation is a guess where the input shows what it selects.
    const shown = pods.filter(({ resource }) => resource !== undefined);
    const ofPods = [...new Set((shown.length > 0 ? shown : pods).map(({ namespace }) => namespace))];
    for (const place of gateway.spec.at('servers').items().flatMap(credentialsOf)) {
      const { name, places } = lookedFor(place.text!, ofPods);
      const isMissing = places.length > 0 && !places.some(namespace => isSecretKnown(set, namespace, name));
      if (isMissing && (!places.includes(gateway.namespace) || secretsCalled(set, name).some(({ maker }) => maker === undefined))) {
        yield {
          rule: gatewaySecretPlace,
          path: place.path,
          ...missingSecret(set, { name, places, beside: gateway.namespace, isGuess: shown.length === 0 && !place.text!.includes('/') }),
        };
      }
    }
  },
});

function credentialsOf(server: Resource['spec']): Field[] {
  const tls = server.at('tls');
  if (isPassedOn(tlsMode(tls))) {
    return [];
  }
  return [tls.at('credentialName'), ...tls.at('credentialNames').items()].filter(({ text = '' }) => text !== '' && !text.includes(':'));
}

/** Where a credential is looked for: beside the pods, if it does not say where itself. */
function lookedFor(text: string, ofPods: readonly string[]): { readonly name: string; readonly places: readonly string[] } {
  const slash = text.indexOf('/');
  return { name: text.slice(slash + 1), places: slash < 0 ? ofPods : [text.slice(0, slash)] };
}
