import type { MeshProvider } from '../mesh-provider';
import { membershipSaid } from '../platform/membership';
import { Labels, PodSpec, RunsPods, selects } from './rendered-pods';
import { FindsPods, labelText } from './stray-pods';

/** Pods of ours. */
export interface OwnPods {
  /** path of the construct, and which version of it */
  readonly place: string;
  readonly inMesh: boolean;
  /** by which they are found */
  readonly labels: Labels;
  readonly provider: MeshProvider;
  readonly rendered: RunsPods;
}

/** What has become wrong with pods of ours since they were made, by what was said to cdk8s-plus, or by patches. */
export function changedPods(own: OwnPods): string[] {
  return [...labelProblems(own), ...selectorProblems(own), ...useProblems(own)];
}

/** The problems of Services that find none of the pods that they are for. */
export function lostPods(services: readonly FindsPods[], all: readonly OwnPods[], path: string): string[] {
  return services.filter(({ selector }) => !all.some(own => selects({ matchLabels: selector }, meantLabels(own)))).map(({ name, selector }) => (
    `${path}: its Service "${name}" selects pods with the labels ${labelText(selector) || '(none)'}, but none of its own pods has them. Do not change its selector.`
  ));
}

function labelProblems({ labels, place, rendered: { podLabels } }: OwnPods): string[] {
  return Object.entries(labels).filter(([name, value]) => podLabels[name] !== value).map(([name, value]) => {
    const now = name in podLabels ? `have the label "${name}: ${podLabels[name]}"` : `no longer have the label "${name}"`;
    return `${place}: its pods ${now}, but the Service finds them by "${name}: ${value}". Do not change that label.`;
  });
}

/** What does not hold because of a label that was changed has been complained of. */
function selectorProblems(own: OwnPods): string[] {
  const { place, rendered: { kind, podLabels, selector } } = own;
  return selector === undefined || [podLabels, meantLabels(own)].some(labels => selects(selector, labels))
    ? []
    : [`${place}: its ${kind} does not select the pods that it creates, so the API server rejects it. Do not change its selector or the labels that it selects.`];
}

function meantLabels({ labels, rendered: { podLabels } }: OwnPods): Labels {
  return { ...podLabels, ...labels };
}

/** What whoever takes its pods out of the mesh does with them is their business. */
function useProblems({ inMesh, place, provider, rendered: { pod, podAnnotations, podLabels } }: OwnPods): string[] {
  if (!inMesh || membershipSaid(provider.membership, { annotations: podAnnotations, labels: podLabels })?.takesPart !== true) {
    return [];
  }
  try {
    provider.pod({ inMesh, ...useOf(pod) }, place);
    return [];
  } catch (error) {
    return [(error as Error).message];
  }
}

/** What containers take for themselves; those that start first and stay count as well. */
function useOf({ containers = [], initContainers = [], securityContext }: PodSpec): { readonly ports: number[]; readonly users: number[] } {
  const staying = [...containers, ...initContainers.filter(({ restartPolicy }) => restartPolicy === 'Always')];
  const users = [securityContext, ...staying.map(container => container.securityContext)].map(said => said?.runAsUser);
  return {
    ports: staying.flatMap(({ ports = [] }) => ports.flatMap(({ containerPort = [] }) => containerPort)),
    users: users.filter(user => user !== undefined),
  };
}
