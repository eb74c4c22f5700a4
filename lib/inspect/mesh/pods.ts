import type { Field } from './field';
import { installedGateway } from './installed-gateway';
import { ObjectSet, perSet } from './object-set';
import { isUnknownAt } from './patched-resources';
import type { Resource } from './resource';
import { indexesByNamespace, LabelIndex, Labels } from './selectors';
import { isMisspelled } from './unread';
import { podsOf } from './workload-containers';
import { allWorkloads, Workload, WORKLOAD_KINDS, workloadsIn } from './workloads';

/** Something that runs: a Pod of the set, or the pods that a template of the set makes. */
export interface RunningPod {
  /** `namespace/name` of the Pod, or of what makes it. */
  readonly fullName: string;
  readonly namespace: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly spec: Field;
  /** The object that shows it; absent for the gateway that an installation of Istio brings. */
  readonly resource?: Resource;
}

/**
 * All that runs. Pods of a cluster are what they are; a template stands in for its pods where the set has none of them, so that an input
 * that was written and not exported is judged too.
 */
export const allPods = perSet((set): readonly RunningPod[] => {
  const [pods, templates] = [allWorkloads(set).filter(isPod), allWorkloads(set).filter(workload => !isPod(workload))];
  const makers = templates.filter(template => !isOwned(set, template) && !hasPods(set, template));
  return [...pods, ...makers].map(podsOf).concat(installedPods(set));
});

/** Whether an object is a Pod, or stands in for pods that the set does not show. */
export function runsInSet(set: ObjectSet, resource: Resource): boolean {
  return running(set).has(resource);
}

const running = perSet(set => new Set(allPods(set).map(({ resource }) => resource)));

const index = perSet(set => new LabelIndex(allPods(set)));

const byNamespace = perSet(set => indexesByNamespace(allPods(set)));

/** What runs with all labels of a selector, in all namespaces. */
export function podsSelected(set: ObjectSet, selector: Labels): readonly RunningPod[] {
  return index(set).selectedBy(selector);
}

/** What runs with all labels of a selector in one namespace. */
export function podsSelectedIn(set: ObjectSet, namespace: string, selector: Labels): readonly RunningPod[] {
  return byNamespace(set).get(namespace)?.selectedBy(selector) ?? [];
}

/** Whether what a set does not show to run in a namespace does not run there. */
export function showsPodsOf(set: ObjectSet, namespace: string): boolean {
  return set.settings.complete || workloadsIn(set, namespace).length > 0;
}

/**
 * Whether there are pods whose labels are not known, so that no selector is known to select none: somebody says that what makes them, or the
 * Service that selects them, exists elsewhere; or what makes them has labels that cannot be read, or that a patch sets which nobody knows.
 *
 * @param namespace theirs; any where it is left out
 */
export function mayHaveOtherPods(set: ObjectSet, namespace?: string): boolean {
  const unread = namespacesOfUnread(set);
  return (namespace === undefined ? unread.size > 0 : unread.has(namespace))
    || set.assumed.some(assumed => POD_KINDS.has(assumed.kind) && (namespace === undefined || assumed.namespace === namespace));
}

const POD_KINDS: ReadonlySet<string> = new Set(['Service', ...WORKLOAD_KINDS.map(kind => kind.slice(kind.indexOf('/') + 1))]);

const namespacesOfUnread = perSet(set => new Set(allWorkloads(set)
  .filter(workload => areLabelsUnread(workload) || isUnknownAt(workload.resource, workload.pod.at('metadata', 'labels').path))
  .map(({ namespace }) => namespace)));

/** Labels that are texts alone are the mapping itself, so that there is nothing else to look at. */
function areLabelsUnread({ resource, pod, labels }: Workload): boolean {
  const place = pod.at('metadata', 'labels');
  return place.value !== labels
    && (place.isSet || isMisspelled(pod.at('metadata'), 'labels') || isMisspelled(pod, 'metadata') || isMisspelled(resource.spec, 'template'));
}

function isPod({ resource }: Workload): boolean {
  return resource.kind === 'Pod';
}

function hasPods(set: ObjectSet, { namespace, labels }: Workload): boolean {
  return (shownPods(set).get(namespace)?.selectedBy(labels) ?? []).length > 0;
}

const shownPods = perSet(set => indexesByNamespace(allWorkloads(set).filter(isPod)));

/** Whether it was made by another controller of the set, whose template stands for both. */
export function isOwned(set: ObjectSet, { resource, namespace }: Workload): boolean {
  const owners = resource.root.at('metadata', 'ownerReferences');
  return owners.isSet && owners.items().some(owner => {
    const [group] = (owner.at('apiVersion').text ?? '').split('/');
    return set.find(`${group}/${owner.at('kind').text ?? ''}`, namespace, owner.at('name').text ?? '') !== undefined;
  });
}

/** Whether a controller owns an object, shown or not, so that nobody edits it. */
export function isControlled({ root }: Resource): boolean {
  return root.at('metadata', 'ownerReferences').items().some(owner => owner.at('controller').value === true);
}

function installedPods(set: ObjectSet): RunningPod[] {
  const gateway = installedGateway(set);
  return gateway === undefined ? [] : [{
    fullName: `${gateway.namespace}/${gateway.service}`,
    namespace: gateway.namespace,
    labels: gateway.labels,
    annotations: {},
    spec: gateway.spec,
  }];
}
