import { groupBy } from '../../group-by';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { hasPodsElsewhere, podsSelectedIn, RunningPod, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';
import { noPodIs, selectorWithoutPods } from './selector-without-pods';

const rules = {
  samePod: istioRule('IST0159', 'error', ['telemetry-selector-conflict', 'Two Telemetry objects with selectors select the same pod.']),
  twice: istioRule('IST0160', 'error', ['telemetry-default-conflict', 'A namespace has two Telemetry objects without selector, of which the oldest alone counts.'], ['MESH006']),
  target: istioRule('IST0160', 'warning', ['telemetry-target-conflict', 'Beside a Telemetry object that is attached to something stands another one without selector.']),
};

const TELEMETRY = 'telemetry.istio.io/Telemetry';

/** What Telemetry objects with a selector select, and whether two of them meet. */
export const telemetrySelectorsCheck = defineCheck({
  rules: [rules.samePod, selectorWithoutPods],
  analyzer: 'telemetry.SelectorAnalyzer',
  kinds: [TELEMETRY],
  reads: WORKLOAD_KINDS,
  * judge({ spec, namespace }, { set }) {
    const labels = spec.at('selector', 'matchLabels');
    if (!labels.isFilled) {
      return;
    }
    const pods = podsSelectedIn(set, namespace, labels.textMap);
    if (pods.length === 0 && !hasPodsElsewhere(set, namespace)) {
      const unknown = `pods of namespace ${namespace}`;
      yield showsPodsOf(set, namespace) ? noPodIs(labels, `of namespace ${namespace}`) : { undecided: selectorWithoutPods, unknown };
    }
    for (const pod of pods) {
      const names = (telemetriesOf(set).get(pod) ?? []).map(({ name }) => name);
      if (names.length > 1) {
        yield {
          rule: rules.samePod,
          path: ['metadata', 'name'],
          message: `the Telemetry objects ${names.join(', ')} select ${pod.fullName}, and the oldest alone counts`,
          repair: 'let one Telemetry select a pod',
        };
      }
    }
  },
});

/** Namespaces with more than one Telemetry object that has no selector. */
export const telemetryDefaultsCheck = defineCheck({
  rules: [rules.twice, rules.target],
  analyzer: 'telemetry.DefaultSelectorAnalyzer',
  kinds: [TELEMETRY],
  * judge(telemetry, { set }) {
    const others = hasSelector(telemetry) ? [] : defaultsOf(set).get(telemetry.namespace) ?? [];
    if (others.length < 2) {
      return;
    }
    const plain = others.filter(other => !isAttached(other));
    const names = others.map(({ name }) => name).join(', ');
    const repair = 'put what they say into one Telemetry of the namespace';
    yield isAttached(telemetry) || plain.length < 2
      ? { rule: rules.target, path: ['metadata', 'name'], message: `${names} have no selector, and istioctl takes them for rivals`, repair }
      : { rule: rules.twice, path: ['metadata', 'name'], message: `${names} have no selector, and the oldest of them alone counts`, repair };
  },
});

function hasSelector({ spec }: Resource): boolean {
  return spec.at('selector').isSet;
}

function isAttached({ spec }: Resource): boolean {
  return spec.at('targetRef').isSet || spec.at('targetRefs').isFilled;
}

const telemetriesOf = perSet((set: ObjectSet) => {
  const telemetries = new Map<RunningPod, Resource[]>();
  for (const telemetry of set.of(TELEMETRY)) {
    const labels = telemetry.spec.at('selector', 'matchLabels');
    for (const pod of labels.isFilled ? podsSelectedIn(set, telemetry.namespace, labels.textMap) : []) {
      telemetries.set(pod, [...telemetries.get(pod) ?? [], telemetry]);
    }
  }
  return telemetries;
});

const defaultsOf = perSet(set => groupBy(set.of(TELEMETRY).filter(telemetry => !hasSelector(telemetry)), ({ namespace }) => namespace));
