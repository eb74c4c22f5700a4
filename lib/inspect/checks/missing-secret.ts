import { listed } from '../listed';
import type { ObjectSet } from '../mesh/object-set';
import { secretsCalled, SecretSource } from '../mesh/provided-secrets';
import type { Problem } from './check';

/** A Secret that is not where the pods of a gateway look for it. */
export interface MissingSecret {
  readonly name: string;
  /** The namespaces in which it is looked for. */
  readonly places: readonly string[];
  /** The namespace of the Gateway that names it. */
  readonly beside: string;
  /** Whether nobody shows where the pods of the gateway run. */
  readonly isGuess: boolean;
}

/** What is said of a missing Secret of a Gateway of Istio: where it is instead, if it is somewhere, and where it is looked for. */
export function missingSecret(set: ObjectSet, { name, places, beside, isGuess }: MissingSecret): Pick<Problem, 'message' | 'repair'> {
  const sources = secretsCalled(set, name);
  const own = sources.find(({ namespace }) => namespace === beside);
  const [source = own] = own === undefined ? sources : [];
  const lookedFor = isGuess ? 'the gateway pods, which are not in the input, presumably look for it' : 'the gateway pods look for it';
  return {
    message: `${source === undefined ? `the input has no Secret ${name}` : whereabouts(source, name, own !== undefined)} in ${listed(places)}, where ${lookedFor}`,
    repair: set.makesHashed('Secret', places[0], name) ? HASHED : repairOf({ fullName: `${places[0]}/${name}`, namespace: places[0], isBeside: own !== undefined, isGuess }),
  };
}

const HASHED = 'add options: {disableNameSuffixHash: true} to the secretGenerator: kustomize appends a hash to the name of the Secret, which no Gateway gets';

function whereabouts({ namespace, maker }: SecretSource, name: string, isBeside: boolean): string {
  const there = maker === undefined ? `the Secret ${name} is in ${namespace}` : `${maker.reference.kind} ${maker.fullName} creates the Secret ${name} in ${namespace}`;
  return `${there}, ${isBeside ? 'next to the Gateway, ' : ''}and not`;
}

interface Place {
  readonly fullName: string;
  readonly namespace: string;
  readonly isBeside: boolean;
  readonly isGuess: boolean;
}

function repairOf({ fullName, namespace, isBeside, isGuess }: Place): string {
  const move = isBeside ? `move the Secret, or what creates it, to ${namespace}` : `add the Secret, or what creates it, to ${namespace}`;
  return isGuess
    ? `${move}, pass --assume 'Secret ${fullName}' if it exists, or include the Deployment of the gateway if it runs elsewhere`
    : `${move}, or pass --assume 'Secret ${fullName}' if it is created elsewhere`;
}
