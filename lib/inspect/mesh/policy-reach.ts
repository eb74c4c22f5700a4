import { rootNamespace } from './mesh-config';
import type { ObjectSet } from './object-set';
import { podsSelected, podsSelectedIn } from './pods';
import type { Resource } from './resource';
import { canMeet, Labels, selects, selectorText } from './selectors';

/** Whether two policies apply to one workload, so that each has its say there. */
export function applyTogether(set: ObjectSet, one: Resource, other: Resource): boolean {
  const namespaces = [one, other].map(({ namespace }) => namespace).filter(namespace => namespace !== rootNamespace(set));
  if (new Set(namespaces).size > 1) {
    return false;
  }
  const [targets, others] = [one, other].map(policyTargets);
  if (targets.length > 0 || others.length > 0) {
    return targets.some(target => others.includes(target));
  }
  return meetSomewhere(set, [policyLabels(one), policyLabels(other)], namespaces.at(0));
}

/** Whether a policy applies to all that another applies to. */
export function appliesToAllOf(set: ObjectSet, wide: Resource, narrow: Resource): boolean {
  const [targets, others] = [wide, narrow].map(policyTargets);
  const isThere = wide.namespace === narrow.namespace || wide.namespace === rootNamespace(set);
  return isThere && (targets.length + others.length > 0
    ? others.length > 0 && others.every(target => targets.includes(target))
    : selects(policyLabels(wide), policyLabels(narrow)));
}

/** What says where a policy applies: policies with the same key apply to the same. */
export function reachKey(policy: Resource): string {
  return [policy.namespace, selectorText(policyLabels(policy)), ...policyTargets(policy)].join('\n');
}

/** The labels of the workloads that a policy applies to; none for all. */
export function policyLabels({ spec }: Resource): Labels {
  return spec.at('selector', 'matchLabels').textMap;
}

/** The targets that a policy names, each with its namespace. */
export function policyTargets({ spec, namespace }: Resource): string[] {
  return [spec.at('targetRef'), ...spec.at('targetRefs').items()].filter(target => target.isSet).map(target => (
    `${['group', 'kind', 'name'].map(key => target.at(key).text ?? '').join('/')} ${namespace}`
  ));
}

/** Labels of which the ones ask for the others meet wherever there are such pods; else some pod has to have both. */
function meetSomewhere(set: ObjectSet, [one, other]: readonly Labels[], namespace: string | undefined): boolean {
  if (!canMeet(one, other)) {
    return false;
  }
  const both = { ...one, ...other };
  const pods = namespace === undefined ? podsSelected(set, both) : podsSelectedIn(set, namespace, both);
  return selects(one, other) || selects(other, one) || pods.length > 0;
}
