import { groupBy } from '../../group-by';
import { listed } from '../../listed';
import type { Field } from '../../mesh/field';
import { labelMeant } from '../../mesh/near-labels';
import { perSet } from '../../mesh/object-set';
import { mayHaveOtherPods, podsSelectedIn, showsPodsOf } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { WORKLOAD_KINDS } from '../../mesh/workloads';
import { defineCheck } from '../check';
import { istioRule } from './istio-rules';
import { podRivals } from './pod-rivals';
import { noPodIs, selectorWithoutPods } from './selector-without-pods';

const rules = {
  samePod: istioRule('IST0159', 'error', ['telemetry-selector-conflict', 'Two Telemetry objects with selectors select the same pod.']),
  twice: istioRule('IST0160', 'error', ['telemetry-default-conflict', 'A namespace has two Telemetry objects without selector, and only the oldest applies.'], ['MESH006']),
  target: istioRule('IST0160', 'warning', ['telemetry-target-conflict', 'A Telemetry object has targetRefs, and another one has no selector.']),
};

const TELEMETRY = 'telemetry.istio.io/Telemetry';

/** What Telemetry objects with a selector select, and whether two of them meet. */
export const telemetrySelectorsCheck = defineCheck({
  rules: [rules.samePod, selectorWithoutPods],
  analyzer: 'telemetry.SelectorAnalyzer',
  kinds: [TELEMETRY],
  reads: WORKLOAD_KINDS,
  * judge(telemetry, { set }) {
    const { namespace } = telemetry;
    const labels = labelsOf(telemetry);
    if (!labels.isFilled) {
      return;
    }
    const pods = podsSelectedIn(set, namespace, labels.textMap);
    if (pods.length === 0 && !mayHaveOtherPods(set, namespace)) {
      const unknown = `pods of namespace ${namespace}`;
      yield showsPodsOf(set, namespace)
        ? noPodIs(labels, `of namespace ${namespace}`, labelMeant(set, labels.textMap, namespace))
        : { undecided: selectorWithoutPods, unknown };
    }
    for (const text of rivals(set, telemetry)) {
      yield { rule: rules.samePod, path: ['metadata', 'name'], message: `${text}, and only the oldest applies`, repair: 'make only one Telemetry select each pod' };
    }
  },
});

function labelsOf({ spec }: Resource): Field {
  return spec.at('selector', 'matchLabels');
}

const rivals = podRivals({ kind: TELEMETRY, labelsOf, takesPart: () => true }, 'Telemetry objects');

/** Namespaces with more than one Telemetry object that has no selector. */
export const telemetryDefaultsCheck = defineCheck({
  rules: [rules.twice, rules.target],
  analyzer: 'telemetry.DefaultSelectorAnalyzer',
  kinds: [TELEMETRY],
  * judge(telemetry, { set }) {
    const others = hasSelector(telemetry) ? undefined : defaultsOf(set).get(telemetry.namespace);
    if (others === undefined || others.all < 2) {
      return;
    }
    const { names, plain } = others;
    const repair = 'merge them into one Telemetry for the namespace';
    yield isAttached(telemetry) || plain < 2
      ? { rule: rules.target, path: ['metadata', 'name'], message: `${names} have no selector, and istioctl reports them as conflicting`, repair }
      : { rule: rules.twice, path: ['metadata', 'name'], message: `${names} have no selector, and only the oldest of them applies`, repair };
  },
});

function hasSelector({ spec }: Resource): boolean {
  return spec.at('selector').isSet;
}

function isAttached({ spec }: Resource): boolean {
  return spec.at('targetRef').isSet || spec.at('targetRefs').isFilled;
}

const defaultsOf = perSet(set => {
  const groups = groupBy(set.of(TELEMETRY).filter(telemetry => !hasSelector(telemetry)), ({ namespace }) => namespace);
  return new Map([...groups].map(([namespace, group]) => [namespace, {
    all: group.length,
    plain: group.filter(other => !isAttached(other)).length,
    names: listed(group.map(({ name }) => name).sort()),
  }]));
});
