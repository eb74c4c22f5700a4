import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { requireNone } from '../require-none';
import { claimWorkload, selectByLabels, WorkloadDetails, workloadProps } from './workload';

/** The Deployment of a version. @throws when something is said that only pods with names of their own can have */
export function createDeployment(place: Construct, details: WorkloadDetails): Deployment {
  const { storage, storageGroup } = details;
  requireNone({ storage, storageGroup }, `${details.path}: the pods of a Deployment have no volumes of their own`, 'set stateful: true on the service');
  claimWorkload('Deployment', place, details);
  const deployment = new Deployment(place, details.id, workloadProps(place, details));
  selectByLabels(deployment, details.labels);
  return deployment;
}
