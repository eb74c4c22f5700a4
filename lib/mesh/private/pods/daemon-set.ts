import { DaemonSet } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { requireNone } from '../require-none';
import { claimWorkload, selectByLabels, WorkloadDetails, workloadProps } from './workload';

/** The DaemonSet of a version. @throws when something is said that only pods which are counted can have */
export function createDaemonSet(place: Construct, details: WorkloadDetails): DaemonSet {
  const { id, labels, path, replicas, storage, storageGroup } = details;
  requireNone({ replicas }, `${path}: there are as many pods as nodes`, 'leave out everyNode of the service');
  requireNone({ storage, storageGroup }, `${path}: the pods of a DaemonSet have no volumes of their own`, 'set stateful: true instead of everyNode: true');
  claimWorkload('DaemonSet', place, details);
  const set = new DaemonSet(place, id, workloadProps(place, details));
  selectByLabels(set, labels);
  return set;
}
