import type { Field } from '../../mesh/field';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isSecretKnown, SECRET_KINDS } from '../../mesh/provided-secrets';
import { workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const missingVolume = meshRule('MESH099', 'error', ['missing-volume', 'A volume refers to a missing ConfigMap or Secret, so no pod starts.']);

/** What makes a ConfigMap of its own name in each namespace. */
const BUNDLE = 'trust.cert-manager.io/Bundle';

/** Volumes for which pods wait. What another object makes is judged there. */
export const missingVolumeCheck = defineCheck({
  rules: [missingVolume],
  kinds: WORKLOAD_KINDS,
  fields: ['volumes'],
  reads: ['ConfigMap', BUNDLE, ...SECRET_KINDS],
  * judge(resource, { set }) {
    if (resource.root.at('metadata', 'ownerReferences').isFilled) {
      return;
    }
    const { namespace, pod } = workloadOf(resource);
    for (const volume of pod.at('spec', 'volumes').items()) {
      const sources = [volume, ...volume.at('projected', 'sources').items()].flatMap(sourcesOf);
      for (const source of sources.filter(({ kind, name }) => !isThere(set, kind, [namespace, name.text!]))) {
        yield* judgeSource(set, source, namespace);
      }
    }
  },
});

/**
 * Without all there is, nobody knows what somebody creates by hand. With it, a Secret is judged as that of a gateway is (IST0101): who says that
 * the input is everything says so of Secrets, too, and has the same ways to say which are elsewhere.
 */
function* judgeSource({ settings }: ObjectSet, { kind, name }: Source, namespace: string): Judgement {
  const wanted = `${kind} ${namespace}/${name.text}`;
  if (!settings.complete) {
    yield { undecided: missingVolume, unknown: wanted };
    return;
  }
  yield {
    rule: missingVolume,
    path: name.path,
    message: `${wanted} is not in the input, and pods do not start without it`,
    repair: `add the ${kind}${kind === 'Secret' ? ' or what makes it' : ''}, mark the volume as optional, or pass --assume '${wanted}' if it is created elsewhere`,
  };
}

interface Source {
  readonly kind: 'ConfigMap' | 'Secret';
  readonly name: Field;
}

/** What a volume, or one source of a projected one, cannot do without. The name of a Secret stands in two places. */
function sourcesOf(volume: Field): Source[] {
  const [map, secret] = [volume.at('configMap'), volume.at('secret')];
  const all: Source[] = [
    { kind: 'ConfigMap', name: map.at('name') },
    { kind: 'Secret', name: secret.at('secretName') },
    { kind: 'Secret', name: secret.at('name') },
  ];
  return all.filter(({ kind, name }) => (name.text ?? '') !== '' && (kind === 'Secret' ? secret : map).at('optional').value !== true);
}

function isThere(set: ObjectSet, kind: Source['kind'], [namespace, name]: readonly [namespace: string, name: string]): boolean {
  return set.makesHashed(kind, namespace, name) || (kind === 'Secret'
    ? isSecretKnown(set, namespace, name)
    : MADE.has(name) || bundles(set).has(name) || set.knows('ConfigMap', namespace, name));
}

/** What controllers put into each namespace: Kubernetes, OpenShift and Istio. */
const MADE = new Set(['kube-root-ca.crt', 'openshift-service-ca.crt', 'istio-ca-root-cert', 'istio-ca-crl']);

const bundles = perSet(set => new Set(set.of(BUNDLE).map(({ name }) => name)));
