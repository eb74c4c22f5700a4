import { isObject } from '../../is-object';
import { Field } from '../../mesh/field';
import type { ObjectSet } from '../../mesh/object-set';
import { isOwned } from '../../mesh/pods';
import { isSecretKnown, SECRET_KINDS } from '../../mesh/provided-secrets';
import { Workload, workloadOf, WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const userVolume = meshRule('MESH042', 'warning', ['user-volume', 'A volume for the proxy is not mounted, not readable, or has no source.']);

const VOLUME = 'sidecar.istio.io/userVolume';
const MOUNT = 'sidecar.istio.io/userVolumeMount';
const OTHER: Readonly<Record<string, string>> = { [VOLUME]: MOUNT, [MOUNT]: VOLUME };

/** Volumes that pods ask for beside those of the injection template. */
export const userVolumeCheck = defineCheck({
  rules: [userVolume],
  kinds: WORKLOAD_KINDS,
  fields: [VOLUME, MOUNT],
  reads: ['ConfigMap', 'PersistentVolumeClaim', ...SECRET_KINDS],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    if (isOwned(set, workload)) {
      return;
    }
    const annotations = workload.pod.at('metadata', 'annotations');
    for (const place of [VOLUME, MOUNT].map(key => annotations.at(key)).filter(({ text }) => text !== undefined)) {
      yield* judgePlace(place, annotations);
    }
    yield* judgeSources(set, workload, annotations.at(VOLUME));
  },
});

function* judgePlace(place: Field, annotations: Field): Judgement {
  const other = OTHER[place.key];
  if (!annotations.at(other).isSet) {
    yield { rule: userVolume, path: place.path, message: `${other} is missing`, repair: `add ${other} with the same names` };
  }
  if (!isObject(parsed(place.text!))) {
    yield {
      rule: userVolume,
      path: place.path,
      message: 'it is not a JSON object, and the injection template expects a mapping from names to their settings',
      repair: 'write {"name": {...}}',
    };
  }
}

function* judgeSources(set: ObjectSet, { namespace }: Workload, { text, path }: Field): Judgement {
  if (text === undefined) {
    return;
  }
  for (const [volume, spec] of Field.root(parsed(text)).entries()) {
    const missing = SOURCES.find(({ kind, name, isOptional }) => {
      const wanted = spec.at(...name).text;
      return wanted !== undefined && !(isOptional !== undefined && spec.at(...isOptional).value === true) && !isThere(set, kind, [namespace, wanted]);
    });
    if (missing !== undefined) {
      const { kind, name, isOptional } = missing;
      yield {
        rule: userVolume,
        path,
        message: `the volume ${volume} is the ${kind} ${namespace}/${spec.at(...name).text}, which is not in the input: pods do not start without it`,
        repair: `add the ${kind}${kind === 'Secret' ? ' or what makes it' : ''}, ${isOptional === undefined ? '' : 'mark the volume as optional, '}`
          + `or pass --assume '${kind} ${namespace}/${spec.at(...name).text}' if it is created elsewhere`,
      };
    }
  }
}

interface Source {
  readonly kind: string;
  readonly name: readonly string[];
  readonly isOptional?: readonly string[];
}

const SOURCES: readonly Source[] = [
  { kind: 'ConfigMap', name: ['configMap', 'name'], isOptional: ['configMap', 'optional'] },
  { kind: 'Secret', name: ['secret', 'secretName'], isOptional: ['secret', 'optional'] },
  { kind: 'PersistentVolumeClaim', name: ['persistentVolumeClaim', 'claimName'] },
];

function isThere(set: ObjectSet, kind: string, [namespace, name]: readonly [namespace: string, name: string]): boolean {
  return kind === 'Secret' ? isSecretKnown(set, namespace, name) : set.knows(kind, namespace, name);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
