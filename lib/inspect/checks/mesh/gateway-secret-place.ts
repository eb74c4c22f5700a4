import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { ISTIO_GATEWAY } from '../../mesh/gateway-references';
import { MESH_CONFIG_KINDS } from '../../mesh/mesh-config';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { podsSelected } from '../../mesh/pods';
import { isSecretKnown, SECRET_KINDS } from '../../mesh/provided-secrets';
import type { Resource } from '../../mesh/resource';
import { isPassedOn, tlsMode } from '../../mesh/tls-mode';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Problem } from '../check';
import { meshRule } from './mesh-rule';

const gatewaySecretPlace = meshRule('MESH044', 'warning', [
  'gateway-secret-place', 'The Secret of a Gateway is not in the namespace of the gateway pods, where it is looked for.',
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
      if (isMissing && (!places.includes(gateway.namespace) || elsewhere(set, name))) {
        yield {
          rule: gatewaySecretPlace,
          path: place.path,
          ...wordsOf(set, gateway, { name, places, isGuess: shown.length === 0 && !place.text!.includes('/') }),
        };
      }
    }
  },
});

interface Missing {
  readonly name: string;
  readonly places: readonly string[];
  /** Whether nobody shows where the pods of the gateway run. */
  readonly isGuess: boolean;
}

function wordsOf(set: ObjectSet, { namespace }: Resource, { name, places, isGuess }: Missing): Words {
  const isBeside = !places.includes(namespace) && isSecretKnown(set, namespace, name);
  const missing = isBeside ? `the Secret ${name} is in ${namespace}, beside the Gateway, and not` : `the input shows no Secret ${name}`;
  const condition = isGuess ? ' if they run there' : '';
  const move = isBeside ? `move the Secret, or what makes it, to ${places[0]}` : `put the Secret into ${places[0]}, or what makes it`;
  return {
    message: `${missing} in ${listed(places)}, where the pods of the gateway look for it${condition}`,
    repair: isGuess
      ? `${isBeside ? `${move}, ` : ''}say --assume 'Secret ${places[0]}/${name}' if it is there, or hand in the Deployment of the gateway if that runs elsewhere`
      : `${move}, or say --assume 'Secret ${places[0]}/${name}'`,
  };
}

type Words = Pick<Problem, 'message' | 'repair'>;

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

const secretNames = perSet(set => new Set(set.of('Secret').map(({ name }) => name)));

function elsewhere(set: ObjectSet, name: string): boolean {
  return secretNames(set).has(name);
}
