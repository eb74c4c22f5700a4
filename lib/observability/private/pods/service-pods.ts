import type { Workload } from 'cdk8s-plus-28';
import type { MeshService } from '../../../mesh/mesh-service';
import type { ServiceVersion } from '../../../mesh/service-version';

/** What runs the pods of a server, of which there is one version. */
export function podsOf({ versions: [version] }: MeshService): Workload {
  return podsOfVersion(version);
}

/** What runs the pods of a version that is deployed here. */
export function podsOfVersion({ daemonSet, deployment, statefulSet }: ServiceVersion): Workload {
  return (daemonSet ?? deployment ?? statefulSet)!;
}
