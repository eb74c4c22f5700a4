import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { isAmbientNamespace, isAmbientPod } from '../../mesh/mesh-membership';
import { labelMeant } from '../../mesh/near-labels';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { perKey } from '../../mesh/per-key';
import { mayHaveOtherPods, podsSelectedIn, RunningPod, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { selectorText } from '../../mesh/selectors';
import { isMisspelled } from '../../mesh/unread';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { istioRule } from './istio-rules';
import { podRivals } from './pod-rivals';
import { noPodIs, selectorWithoutPods } from './selector-without-pods';

const rules = {
  samePod: istioRule('IST0110', 'error', ['sidecar-selector-conflict', 'Two Sidecars with selectors select the same pod.']),
  sameNamespace: istioRule('IST0111', 'error', ['sidecar-default-conflict', 'A namespace has two Sidecars without selector.']),
  ambient: istioRule('IST0167', 'warning', ['sidecar-without-proxy', 'A Sidecar selects pods in ambient mode, which have no sidecar.']),
};

const SIDECAR = 'networking.istio.io/Sidecar';

/** What Sidecars select, and whether two of them meet. */
export const sidecarsCheck = defineCheck({
  rules: [...Object.values(rules), selectorWithoutPods],
  analyzer: 'sidecar.SelectorAnalyzer',
  kinds: [SIDECAR],
  reads: ['Namespace', ...WORKLOAD_KINDS],
  * judge(sidecar, { set }) {
    yield* hasSelector(sidecar) ? judgeSelector(sidecar, set) : isForNamespace(sidecar) ? judgeNamespace(sidecar, set) : [];
  },
});

function labelsOf({ spec }: Resource): Field {
  return spec.at('workloadSelector', 'labels');
}

function hasSelector(sidecar: Resource): boolean {
  return labelsOf(sidecar).isFilled;
}

/** Of a selector that nobody can read the schema speaks. */
function isForNamespace(sidecar: Resource): boolean {
  const isUnread = sidecar.spec.at('workloadSelector').isFilled && !labelsOf(sidecar).isSet;
  return !hasSelector(sidecar) && !isUnread && !isMisspelled(sidecar.spec, 'workloadSelector');
}

function* judgeSelector(sidecar: Resource, set: ObjectSet): Judgement {
  const labels = labelsOf(sidecar);
  const pods = podsSelectedIn(set, sidecar.namespace, labels.textMap);
  if (pods.length === 0 && !mayHaveOtherPods(set, sidecar.namespace)) {
    const unknown = `pods of namespace ${sidecar.namespace}`;
    yield showsPodsOf(set, sidecar.namespace)
      ? noPodIs(labels, `of namespace ${sidecar.namespace}`, labelMeant(set, labels.textMap, sidecar.namespace))
      : { undecided: selectorWithoutPods, unknown };
  }
  const ambient = ambientPod(set, `${sidecar.namespace} ${selectorText(labels.textMap)}`, () => pods.find(pod => isAmbientPod(set, pod)));
  if (ambient !== undefined) {
    yield { rule: rules.ambient, path: labels.path, message: `${ambient.fullName} is in ambient mode, so it has no sidecar to configure`, repair: REPAIR };
  }
  for (const text of rivals(set, sidecar)) {
    yield {
      rule: rules.samePod,
      path: ['metadata', 'name'],
      message: `${text}, and which of them applies is undefined`,
      repair: 'make only one Sidecar select each pod',
    };
  }
}

/** The first of selected pods that is in ambient mode. */
const ambientPod = perKey<RunningPod | undefined>();

const REPAIR = 'remove the Sidecar, or take the pods out of ambient mode';

function* judgeNamespace(sidecar: Resource, set: ObjectSet): Judgement {
  if (isAmbientNamespace(set, sidecar.namespace)) {
    const message = `namespace ${sidecar.namespace} is in ambient mode, so its pods have no sidecar to configure`;
    yield { rule: rules.ambient, path: ['metadata', 'name'], message, repair: REPAIR };
    return;
  }
  const names = defaultsOf(set).get(sidecar.namespace) ?? [];
  if (names.length > 1) {
    yield {
      rule: rules.sameNamespace,
      path: ['metadata', 'name'],
      message: `the Sidecars ${listed(names)} have no selector, and which of them applies is undefined`,
      repair: 'keep only one Sidecar without selector per namespace',
    };
  }
}

const rivals = podRivals({ kind: SIDECAR, labelsOf, takesPart: (set, pod) => !isAmbientPod(set, pod) }, 'Sidecars');

/** The names of the Sidecars without selector, by namespace. */
const defaultsOf = perSet(set => {
  const groups = groupBy(set.of(SIDECAR).filter(isForNamespace), ({ namespace }) => namespace);
  return new Map([...groups].map(([namespace, sidecars]) => [namespace, sidecars.map(({ name }) => name).sort()]));
});
