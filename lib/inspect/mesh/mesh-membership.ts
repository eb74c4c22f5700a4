import type { Field } from './field';
import { ObjectSet, perSet } from './object-set';
import type { RunningPod } from './pods';
import type { Resource } from './resource';
import type { Labels } from './selectors';

/** The container of the proxy. */
export const PROXY_CONTAINER = 'istio-proxy';
export const INJECT = 'sidecar.istio.io/inject';
export const INJECTION_LABEL = 'istio-injection';
export const REVISION_LABEL = 'istio.io/rev';
export const DATAPLANE_MODE = 'istio.io/dataplane-mode';

/** The labels by which a namespace says how its pods are in the mesh. */
export const MEMBERSHIP_LABELS: readonly string[] = [INJECTION_LABEL, REVISION_LABEL, DATAPLANE_MODE];

/**
 * Whether a pod has a sidecar: what its containers show, what its labels and annotations ask for, and then what its namespace does. Undefined
 * where the set does not show the namespace.
 */
export function hasSidecar(set: ObjectSet, pod: RunningPod): boolean | undefined {
  const { spec } = pod;
  // The injector leaves out what uses the network of its node.
  const isAsked = spec.at('hostNetwork').value === true ? false : isToBeInjected(set, pod);
  return isAsked === true || hasProxyAmong(spec.at('containers')) || hasProxyAmong(spec.at('initContainers')) || isAsked;
}

/** Whether a pod or its namespace asks for a sidecar; undefined where the set does not show it. */
export function isToBeInjected(set: ObjectSet, { namespace, labels, annotations }: RunningPod): boolean | undefined {
  const asked = labels[INJECT] ?? annotations[INJECT];
  return asked === undefined ? (labels[REVISION_LABEL] ?? '') !== '' || isInjected(set, namespace) : asked === 'true';
}

function hasProxyAmong(containers: Field): boolean {
  return containers.items().some(container => container.at('name').text === PROXY_CONTAINER && container.at('image').isFilled);
}

/** Whether a namespace has its pods injected; undefined where the set does not show it, for it exists all the same if something lies in it. */
export function isInjected(set: ObjectSet, namespace: string): boolean | undefined {
  const { labels } = set.find('Namespace', '', namespace) ?? {};
  if (labels === undefined) {
    return undefined;
  }
  const injection = labels[INJECTION_LABEL] ?? '';
  return injection === '' ? (labels[REVISION_LABEL] ?? '') !== '' : injection === 'enabled';
}

/**
 * What a set lacks that is said to be complete, where none of some pods is known to be in the mesh: whether their namespaces are injected. Nothing
 * where one of them is in the mesh, as the gateway of an installation is, where all are known to be outside, and of sets that need not show each
 * Namespace.
 */
export function unknownInjection(set: ObjectSet, pods: readonly RunningPod[]): readonly string[] {
  const isKnown = (pod: RunningPod): boolean => pod.resource === undefined || hasSidecar(set, pod) === true || isAmbientPod(set, pod);
  if (!set.settings.complete || pods.some(isKnown)) {
    return [];
  }
  const namespaces = pods.filter(pod => hasSidecar(set, pod) === undefined).map(({ namespace }) => namespace);
  return [...new Set(namespaces)].map(namespace => `injection of namespace ${namespace}`);
}

/** Whether the ztunnel of its node takes the traffic of a pod. A template says nothing of that, so its namespace does. */
export function isAmbientPod(set: ObjectSet, { namespace, labels, annotations, resource }: RunningPod): boolean {
  if (annotations['ambient.istio.io/redirection'] !== undefined || resource?.kind === 'Pod') {
    return annotations['ambient.istio.io/redirection'] === 'enabled';
  }
  return labels[INJECT] !== 'true' && (labels[DATAPLANE_MODE] ?? (isAmbientNamespace(set, namespace) ? 'ambient' : 'none')) === 'ambient';
}

/** Whether a namespace has its pods in ambient mode, as far as the set shows it. */
export function isAmbientNamespace(set: ObjectSet, namespace: string): boolean {
  return ambientNamespaces(set).has(namespace);
}

const ambientNamespaces = perSet(set => new Set(set.of('Namespace').filter(isAmbient).map(({ name }) => name)));

function isAmbient({ labels }: Resource): boolean {
  return labels[DATAPLANE_MODE] === 'ambient' && labels[INJECTION_LABEL] !== 'enabled' && isEmpty(labels, REVISION_LABEL);
}

function isEmpty(labels: Labels, key: string): boolean {
  return (labels[key] ?? '') === '';
}

/** Whether an object belongs to the control plane, of which nobody expects what is expected of workloads. */
export function isOfControlPlane({ labels }: Resource): boolean {
  return labels.istio !== undefined || labels.release === 'istio';
}
