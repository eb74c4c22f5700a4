import { Duration } from 'cdk8s';
import { LabelSelector, ServiceAccount, Workload } from 'cdk8s-plus-28';
import type { WorkloadProps as PodsProps } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import type { WorkloadProps } from '../../workload-props';
import { claimName } from '../claim-name';
import type { PortIntent } from '../hosts/service-ports';
import { requireCount } from '../require-count';
import { foundBy } from './found-by';
import { servingContainer } from './serving-container';

export interface WorkloadDetails extends WorkloadProps {
  readonly id: string;
  readonly name: string;
  /** path of the construct, and which version of it */
  readonly path: string;
  /** they select its pods, and no others */
  readonly labels: Readonly<Record<string, string>>;
  /** what else its pods are labelled with */
  readonly stamps: Readonly<Record<string, string>>;
  readonly account: string;
  /** the main one first */
  readonly ports: readonly PortIntent[];
}

/**
 * What is the same for all that runs pods of a service, under a stable name; they pass the Pod Security standard `restricted`.
 *
 * @throws when something is said of the pods that Kubernetes refuses
 */
export function workloadProps(place: Construct, details: WorkloadDetails): PodsProps & { readonly replicas?: number } {
  const { id, name, labels, account, replicas, shutdownTime } = details;
  requireCount(replicas, 0, `${details.path}: replicas`);
  return {
    metadata: { name, labels: { ...labels } },
    podMetadata: { labels: { ...labels, ...details.stamps } },
    replicas,
    terminationGracePeriod: shutdownTime && Duration.seconds(shutdownTime.toSeconds() + SPARE_SECONDS),
    select: false,
    serviceAccount: ServiceAccount.fromServiceAccountName(place, `${id}-account`, account),
    containers: [servingContainer(details, details.ports, details.path)],
  };
}

/** @throws with both paths when another service has a workload of this name */
export function claimWorkload(what: 'DaemonSet' | 'Deployment' | 'StatefulSet', place: Construct, { name, path }: WorkloadDetails): void {
  claimName(place.node.scope!, { what, name }, path, 'Give this version, or its service, another name.');
}

/** Makes it select the pods with these labels alone, and so whatever looks for its pods. */
export function selectByLabels(workload: Workload, labels: Readonly<Record<string, string>>): void {
  workload.select(LabelSelector.of({ labels: { ...labels } }));
  foundBy(workload, labels);
}

/** A pod is killed this long after its requests have to be done, so that container and proxy can end by themselves. */
const SPARE_SECONDS = 15;
