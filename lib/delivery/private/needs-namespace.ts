import { ApiObject } from 'cdk8s';
import { groupOf } from './objects-of';

/** Whether an object of this kind lies in a namespace, as far as that is known here. */
export function isNamespaced(object: Pick<ApiObject, 'apiVersion' | 'kind'>): boolean {
  const { kind } = object;
  return GROUPS.test(groupOf(object)) && !kind.startsWith('Cluster') && !CLUSTER_WIDE.has(kind);
}

/** Groups of which all kinds are known. */
const GROUPS = /^(?:|apps|autoscaling|batch|discovery\.k8s\.io|networking\.k8s\.io|policy|rbac\.authorization\.k8s\.io|cert-manager\.io|flagger\.app|argoproj\.io|gateway\.networking\.k8s\.io|(?:extensions|networking|security|telemetry)\.istio\.io|monitoring\.coreos\.com|policy\.linkerd\.io)$/;

/** Those of them that lie in none, beside those that begin with `Cluster`. */
const CLUSTER_WIDE: ReadonlySet<string> = new Set(['ComponentStatus', 'GatewayClass', 'IngressClass', 'IPAddress', 'Namespace', 'Node', 'PersistentVolume', 'ServiceCIDR']);
