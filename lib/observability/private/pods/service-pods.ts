import type { Workload } from 'cdk8s-plus-28';
import type { MeshService } from '../../../mesh/mesh-service';

/** What runs the pods of a service with one version. */
export function podsOf(service: MeshService): Workload {
  const [{ daemonSet, deployment, statefulSet }] = service.versions;
  return (deployment ?? statefulSet ?? daemonSet)!;
}
