import { groupBy } from '../../group-by';
import { isAmbientNamespace, isAmbientPod } from '../../mesh/mesh-membership';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { hasPodsElsewhere, podsSelectedIn, RunningPod, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { istioRule } from './istio-rules';
import { noPodIs, selectorWithoutPods } from './selector-without-pods';

const rules = {
  samePod: istioRule('IST0110', 'error', ['sidecar-selector-conflict', 'Two Sidecars with selectors select the same pod.']),
  sameNamespace: istioRule('IST0111', 'error', ['sidecar-default-conflict', 'A namespace has two Sidecars without selector.']),
  ambient: istioRule('IST0167', 'warning', ['sidecar-without-proxy', 'A Sidecar is meant for pods in ambient mode, which have none.']),
};

const SIDECAR = 'networking.istio.io/Sidecar';

/** What Sidecars select, and whether two of them meet. */
export const sidecarsCheck = defineCheck({
  rules: [...Object.values(rules), selectorWithoutPods],
  analyzer: 'sidecar.SelectorAnalyzer',
  kinds: [SIDECAR],
  reads: ['Namespace', ...WORKLOAD_KINDS],
  * judge(sidecar, { set }) {
    yield* hasSelector(sidecar) ? judgeSelector(sidecar, set) : judgeNamespace(sidecar, set);
  },
});

function hasSelector({ spec }: Resource): boolean {
  return spec.at('workloadSelector', 'labels').isFilled;
}

function* judgeSelector(sidecar: Resource, set: ObjectSet): Judgement {
  const labels = sidecar.spec.at('workloadSelector', 'labels');
  const pods = podsSelectedIn(set, sidecar.namespace, labels.textMap);
  if (pods.length === 0 && !hasPodsElsewhere(set, sidecar.namespace)) {
    const unknown = `pods of namespace ${sidecar.namespace}`;
    yield showsPodsOf(set, sidecar.namespace) ? noPodIs(labels, `of namespace ${sidecar.namespace}`) : { undecided: selectorWithoutPods, unknown };
  }
  const ambient = pods.find(pod => isAmbientPod(set, pod));
  if (ambient !== undefined) {
    yield { rule: rules.ambient, path: labels.path, message: `${ambient.fullName} is in ambient mode, and has no sidecar to configure`, repair: REPAIR };
  }
  for (const pod of pods.filter(one => !isAmbientPod(set, one))) {
    const names = (sidecarsOf(set).get(pod) ?? []).map(({ name }) => name);
    if (names.length > 1) {
      yield {
        rule: rules.samePod,
        path: ['metadata', 'name'],
        message: `the Sidecars ${names.join(', ')} select ${pod.fullName}, and which of them counts is not defined`,
        repair: 'let one Sidecar select a pod',
      };
    }
  }
}

const REPAIR = 'remove the Sidecar, or take the pods out of ambient mode';

function* judgeNamespace(sidecar: Resource, set: ObjectSet): Judgement {
  if (isAmbientNamespace(set, sidecar.namespace)) {
    const message = `namespace ${sidecar.namespace} is in ambient mode, and its pods have no sidecar to configure`;
    yield { rule: rules.ambient, path: ['metadata', 'name'], message, repair: REPAIR };
    return;
  }
  const names = (defaultsOf(set).get(sidecar.namespace) ?? []).map(({ name }) => name);
  if (names.length > 1) {
    yield {
      rule: rules.sameNamespace,
      path: ['metadata', 'name'],
      message: `the Sidecars ${names.join(', ')} have no selector, and which of them counts is not defined`,
      repair: 'keep one Sidecar without selector in a namespace',
    };
  }
}

/** The Sidecars with a selector that select a pod. */
const sidecarsOf = perSet(set => {
  const sidecars = new Map<RunningPod, Resource[]>();
  for (const sidecar of set.of(SIDECAR).filter(hasSelector)) {
    for (const pod of podsSelectedIn(set, sidecar.namespace, sidecar.spec.at('workloadSelector', 'labels').textMap)) {
      sidecars.set(pod, [...sidecars.get(pod) ?? [], sidecar]);
    }
  }
  return sidecars;
});

const defaultsOf = perSet(set => groupBy(set.of(SIDECAR).filter(sidecar => !hasSelector(sidecar)), ({ namespace }) => namespace));
