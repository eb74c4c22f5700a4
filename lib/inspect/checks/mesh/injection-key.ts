import type { Fix } from '../../fix/fix';
import type { Field } from '../../mesh/field';
import { SERVICE_ENTRY } from '../../mesh/istio-kinds';
import { LINKERD_INJECT } from '../../mesh/linkerd-injection';
import { DATAPLANE_MODE, INJECT, INJECTION_LABEL, isAmbientNamespace, isInjected, MEMBERSHIP_LABELS, REVISION_LABEL } from '../../mesh/mesh-membership';
import type { ObjectSet } from '../../mesh/object-set';
import { isOwned } from '../../mesh/pods';
import type { Resource } from '../../mesh/resource';
import { USE_WAYPOINT } from '../../mesh/waypoint-usage';
import { waypointNamed, waypointsOfServices } from '../../mesh/waypoints';
import { WORKLOAD_KINDS, workloadOf } from '../../mesh/workloads';
import { defineCheck, Judgement, Problem } from '../check';
import { labelOfAnnotation } from '../label-of-annotation';
import type { Rule, Severity } from '../rule';
import { meshRule } from './mesh-rule';

const injectionKey: Rule = {
  ...meshRule('MESH019', 'error', ['injection-key', 'A label or annotation that requests a proxy is where no mesh reads it, or will no longer read it.']),
  covers: ['IST0107', 'IST0108', 'IST0135'],
};

/** Where workloads say whether they want a proxy. */
export const injectionKeyCheck = defineCheck({
  rules: [injectionKey],
  kinds: WORKLOAD_KINDS,
  fields: [INJECT, LINKERD_INJECT, REVISION_LABEL, DATAPLANE_MODE, USE_WAYPOINT],
  reads: ['Namespace', 'Service', SERVICE_ENTRY],
  * judge(resource, { set }) {
    const workload = workloadOf(resource);
    const metadata = workload.pod.at('metadata');
    if (isOwned(set, workload)) {
      return;
    }
    if (resource.kind !== 'Pod') {
      yield* judgeController(set, resource, metadata);
    }
    const annotation = metadata.at('annotations', INJECT);
    if (annotation.isSet && !metadata.at('labels', INJECT).isSet) {
      yield deprecatedKey(metadata, annotation, isInjected(set, resource.namespace));
    }
  },
});

function deprecatedKey(metadata: Field, { path, text: value = 'true' }: Field, isNamespaceInjected: boolean | undefined): Problem {
  const meant = meantBy(value);
  const unheard = meant === value ? '' : ', and accepts only "true" and "false"';
  return {
    rule: injectionKey,
    path,
    message: `the annotation ${INJECT} is deprecated: the label of the same name replaces it${unheard}`,
    repair: `write the label ${INJECT}: ${meant === undefined ? '"true" or "false"' : `"${meant}"`} in addition, or instead`,
    severity: 'warning',
    fix: isSureToMean(value, isNamespaceInjected) ? fixOf(metadata, value, meant) : undefined,
  };
}

/** What the annotation once took for yes and no. */
const WORDS = { true: /^(?:y|yes|true|on)$/i, false: /^(?:n|no|false|off)$/i };

function meantBy(value: string): string | undefined {
  return Object.entries(WORDS).find(([, words]) => words.test(value))?.[0];
}

/** A value that the label does not know is mended first, and then the annotation becomes that label. */
function fixOf(metadata: Field, value: string, meant = value): Fix | undefined {
  return meant === value ? labelOfAnnotation(metadata, INJECT) : [{ kind: 'set', path: metadata.at('annotations', INJECT).path, to: meant }];
}

/** The label refuses a proxy wherever the annotation does. It asks for one of any injector, the annotation only of that of its namespace. */
function isSureToMean(value: string, isNamespaceInjected: boolean | undefined): boolean {
  return value === 'false' || (meantBy(value) === 'true' && isNamespaceInjected === true);
}

/** What pods say of the mesh, in a key that their controller may have by mistake. */
interface PodKey {
  readonly place: 'labels' | 'annotations';
  /** The values that ask for something, and what pods do not get where that is not heard. */
  readonly asks: RegExp;
  readonly lack: string;
  /** What else does it, with `$` for the namespace and `%` for the value. */
  readonly otherwise: string;
  readonly severity: Severity;
  /** Whether it is no loss that this is not heard. */
  readonly isMoot: (set: ObjectSet, resource: Resource, key: Field) => boolean;
}

const LABEL_NAMESPACE = 'run `kubectl label namespace';

const POD_KEYS: Readonly<Record<string, PodKey>> = {
  [INJECT]: {
    place: 'labels', asks: /^true$/, lack: 'they get no proxy from it', severity: 'error',
    otherwise: `${LABEL_NAMESPACE} $ ${INJECTION_LABEL}=enabled\``, isMoot: () => false,
  },
  [LINKERD_INJECT]: {
    place: 'annotations', asks: /^(enabled|ingress)$/, lack: 'they get no proxy from it', severity: 'error',
    otherwise: `run \`kubectl annotate namespace $ ${LINKERD_INJECT}=%\``, isMoot: () => false,
  },
  [REVISION_LABEL]: {
    place: 'labels', asks: /./, lack: 'they get no proxy from it', severity: 'warning',
    otherwise: `${LABEL_NAMESPACE} $ ${REVISION_LABEL}=%\``, isMoot: isRevisionMoot,
  },
  [DATAPLANE_MODE]: {
    place: 'labels', asks: /^ambient$/, lack: 'it does not put them in ambient mode', severity: 'error',
    otherwise: `${LABEL_NAMESPACE} $ ${DATAPLANE_MODE}=%\``, isMoot: isModeMoot,
  },
  [USE_WAYPOINT]: {
    place: 'labels', asks: /^(?!none$)./, lack: 'it gives them no waypoint', severity: 'warning',
    otherwise: 'to the labels of their Service if the waypoint is for Services', isMoot: isWaypointMoot,
  },
};

/** Istio's own charts write the revision for people to read; pods that say themselves whether they want a proxy ask for no other. */
function isRevisionMoot(set: ObjectSet, resource: Resource, key: Field): boolean {
  const { labels, annotations } = workloadOf(resource);
  return (labels[INJECT] ?? annotations[INJECT]) !== undefined || isSaidByNamespace(set, resource, key);
}

function isModeMoot(set: ObjectSet, resource: Resource, key: Field): boolean {
  return key.text === 'none' ? !isAmbientNamespace(set, resource.namespace) : isSaidByNamespace(set, resource, key);
}

/** What istiod makes for a Gateway has the labels of that. */
function isWaypointMoot(set: ObjectSet, resource: Resource, key: Field): boolean {
  const named = waypointNamed(resource.labels, resource.namespace);
  return isSaidByNamespace(set, resource, key) || resource.labels['gateway.istio.io/managed'] !== undefined
    || (named !== undefined && waypointsOfServices(set).has(`${named.namespace}/${named.name}`));
}

function isSaidByNamespace(set: ObjectSet, { namespace }: Resource, { key, text }: Field): boolean {
  return text !== undefined && set.find('Namespace', '', namespace)?.labels[key] === text;
}

const PLACES = ['annotations', 'labels'];

function* judgeController(set: ObjectSet, resource: Resource, template: Field): Judgement {
  for (const [key, podKey] of Object.entries(POD_KEYS)) {
    const misplaced = PLACES.map(place => resource.root.at('metadata', place, key)).filter(field => field.isSet && !podKey.isMoot(set, resource, field));
    if (!PLACES.some(place => template.at(place, key).isSet)) {
      yield* misplaced.map(field => (isGivenAnyway(set, resource, field) ? idleKey(resource, field) : misplacedKey(set, resource, [field, podKey])));
    }
  }
}

/** The value that is meant, as the pods would have to have it. */
function valueOf({ key, text = 'true' }: Field): string {
  return (key === INJECT ? meantBy(text) : undefined) ?? text;
}

function isGivenAnyway(set: ObjectSet, { namespace }: Resource, { key, text }: Field): boolean {
  return key === INJECT && meantBy(text ?? '') === 'true' && isInjected(set, namespace) === true;
}

function idleKey({ namespace, reference }: Resource, { key, path }: Field): Problem {
  return {
    rule: injectionKey,
    path,
    message: `${String(key)} is on the ${reference.kind}, but is read only on its pods: they get their proxy from the label of namespace ${namespace}`,
    repair: 'remove it',
    severity: 'warning',
  };
}

function misplacedKey(set: ObjectSet, { namespace, reference }: Resource, [field, podKey]: readonly [field: Field, podKey: PodKey]): Problem {
  const { place, asks, lack, otherwise, severity } = podKey;
  const value = valueOf(field);
  const isAsked = asks.test(value);
  return {
    rule: injectionKey,
    path: field.path,
    message: `${String(field.key)} is on the ${reference.kind}, but is read only on its pods${isAsked ? `: ${lack}` : ''}`,
    repair: `add ${String(field.key)}: "${value}" to the ${place} of spec.template.metadata${
      isAsked && !isContradicted(set, namespace, podKey) ? `, or ${otherwise.replace('$', namespace || 'default').replace('%', value)}` : ''}`,
    severity,
  };
}

/** Whether a namespace says by a label how its pods are in the mesh, so that another label beside it would be refused or not heard. */
function isContradicted(set: ObjectSet, namespace: string, { otherwise }: PodKey): boolean {
  const labels = set.find('Namespace', '', namespace)?.labels ?? {};
  return otherwise.startsWith(LABEL_NAMESPACE) && MEMBERSHIP_LABELS.some(key => labels[key] !== undefined);
}
