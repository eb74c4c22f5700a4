import type { Field } from '../../mesh/field';
import { fitsSelector } from '../../mesh/label-selectors';
import { ObjectSet, perSet } from '../../mesh/object-set';
import { isControlled, isOwned } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { indexesByNamespace } from '../../mesh/selectors';
import { splitsOf, VERSION } from '../../mesh/version-splits';
import { Workload, workloadOf } from '../../mesh/workloads';
import { defineCheck, Judgement } from '../check';
import { meshRule } from './mesh-rule';

const overlappingSelectors = meshRule(
  'MESH020', 'error', ['overlapping-selectors', 'A workload selects the pods of another workload, or would select those of another version.'],
);

/** Those whose pods are told by a selector that somebody writes. */
const CONTROLLERS: readonly string[] = ['apps/Deployment', 'apps/StatefulSet', 'apps/DaemonSet', 'apps/ReplicaSet'];

/** Controllers that fight over pods. */
export const overlappingSelectorsCheck = defineCheck({
  rules: [overlappingSelectors],
  kinds: CONTROLLERS,
  reads: [
    'Service', 'networking.istio.io/DestinationRule', 'networking.istio.io/VirtualService', 'split.smi-spec.io/TrafficSplit', 'flagger.app/Canary',
  ],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    const selector = resource.spec.at('selector');
    if (!selector.isFilled || isControlled(resource) || isOwned(set, workload)) {
      return;
    }
    const other = selectedOther(set, workload);
    if (other === undefined) {
      yield* judgeVersions(set, workload);
    } else {
      yield {
        rule: overlappingSelectors,
        path: selector.path,
        message: `the selector also matches the pods of ${other.reference.kind} ${other.fullName}`,
        repair: 'add labels to the selector that distinguish the two, such as app and version',
      };
    }
  },
});

/** Another controller of the namespace whose pods are selected. */
function selectedOther(set: ObjectSet, { resource, namespace }: Workload): Resource | undefined {
  const selector = resource.spec.at('selector');
  const candidates = controllers(set).get(namespace)?.selectedBy(selector.at('matchLabels').textMap) ?? [];
  return candidates.find(other => other.resource !== resource && fitsSelector(selector, other.labels))?.resource;
}

const controllers = perSet(set => indexesByNamespace(set.of(...CONTROLLERS).map(workloadOf).filter(workload => !isOwned(set, workload))));

function* judgeVersions(set: ObjectSet, workload: Workload): Judgement {
  const { resource, labels } = workload;
  if (flaggerTargets(set).has(`${resource.reference.kind} ${resource.fullName}`)) {
    return;
  }
  const splits = splitsOf(set, workload);
  const selector = resource.spec.at('selector');
  const known = new Set([VERSION, ...splits.map(({ label }) => label)]);
  const omitted = [...known].filter(label => labels[label] !== undefined && !asksFor(selector, label));
  const further = splits.find(({ label, version }) => omitted.includes(label) && version !== labels[label]);
  const label = further?.label ?? omitted.find(one => !isOfRelease(labels[one]));
  if (label !== undefined) {
    yield {
      rule: overlappingSelectors,
      path: selector.path,
      message: further === undefined
        ? `the selector omits ${label}, which the pods have: it would also match those of a ${resource.reference.kind} with another ${label}`
        : `the selector omits ${label}, and ${further.namedBy} names ${label} ${further.version}: it also matches the pods of that ${label}`,
      repair: repairOf(resource, `${labels.app ?? resource.name}-${labels[label]}`, label),
      severity: further === undefined ? 'warning' : 'error',
    };
  }
}

/** Whether a label changes with each release: `1.4.2`, `2024-05-01`, a commit. Nobody runs two of them, and a selector with it breaks upgrades. */
function isOfRelease(value: string): boolean {
  return /^v?\d+\.\d/.test(value) || /^\d{4}-?\d\d-?\d\d/.test(value) || (/^[\da-f]{7,40}$/.test(value) && /\d/.test(value));
}

/** A selector cannot be changed, and a chart that changed it with each release could not be upgraded. */
function repairOf({ name }: Resource, versioned: string, label: string): string {
  const steps = name === versioned
    ? `remove this one, and create it again with a selector that includes ${label}`
    : `create ${versioned} with a selector that includes ${label}, and remove this one`;
  return `if another ${label} will run next to it, ${steps}, since spec.selector is immutable; otherwise suppress this`;
}

function asksFor(selector: Field, label: string): boolean {
  return selector.at('matchLabels', label).isSet || selector.at('matchExpressions').items().some(expression => expression.at('key').text === label);
}

/** Flagger copies what it targets, and needs a selector without version. */
const flaggerTargets = perSet(set => new Set(set.of('flagger.app/Canary').map(({ spec, namespace }) => (
  `${spec.at('targetRef', 'kind').text ?? ''} ${namespace}/${spec.at('targetRef', 'name').text ?? ''}`
))));
