import { Construct } from 'constructs';
import type { IngressGatewayProps } from '../../ingress-gateway';
import type { IWorkload } from '../../workload';
import { namespaceOf } from '../platform/namespace-of';
import { requireNamespace } from '../platform/require-namespace';
import { provide } from '../provides';
import type { WorkloadIntent } from '../workload-intent';

/** The pods that do the work of a gateway. */
export interface GatewayPods {
  readonly pods: WorkloadIntent;
  /** as which they run; undefined: not known */
  readonly account?: string;
}

type InstalledPodsProps = Pick<IngressGatewayProps, 'podLabels' | 'podNamespace' | 'serviceAccount'>;

/** Those of a gateway in words of Istio, which somebody has installed. @throws when no namespace has such a name */
export function installedPods(owner: Construct, { podLabels = POD_LABELS, podNamespace, serviceAccount }: InstalledPodsProps): GatewayPods {
  requireNamespace(podNamespace, owner.node.path);
  const namespace = podNamespace ?? namespaceOf(owner);
  providePods(owner, namespace, podLabels);
  if (serviceAccount !== undefined) {
    provide(owner, 'ServiceAccount', namespace, serviceAccount);
  }
  return { pods: { namespace, podLabels: { ...podLabels } }, account: serviceAccount };
}

/** Says that somebody else installs what runs pods of a gateway. Its name is that which the chart of Istio makes the labels of. */
export function providePods(owner: Construct, namespace: string, { app, istio }: Readonly<Record<string, string>>): void {
  provide(owner, 'Deployment', namespace, app ?? (istio === undefined ? owner.node.id : `istio-${istio}`));
}

/** Those that the mesh runs itself. */
export function ownPods(owner: Construct, name: string, { gatewayClass = GATEWAY_CLASS }: IngressGatewayProps): GatewayPods {
  return { pods: { namespace: namespaceOf(owner), gateway: name }, account: `${name}-${gatewayClass}` };
}

/** The name of an object that lies where the pods of a gateway are, beside those of gateways from other namespaces. */
export function policyNameOf(gateway: Construct & IWorkload, name: string): string {
  const [home, { namespace }] = [namespaceOf(gateway), gateway._workload()];
  return namespace === home ? name : `${home}.${name}`;
}

/** The one that Istio runs pods for. */
export const GATEWAY_CLASS = 'istio';

/** Those of the gateway that `istioctl` installs. */
export const POD_LABELS = { istio: 'ingressgateway' };

/** @param usual the value of the label `istio` of usual ones @throws when every pod of the mesh would do the work of a gateway */
export function requirePods(podLabels: Readonly<Record<string, string>>, usual: string, place: string): void {
  if (Object.keys(podLabels).length === 0) {
    throw new Error(`${place}: without labels, it would apply to every pod of the mesh. Set the labels of the gateway's pods: podLabels: { istio: "${usual}" }.`);
  }
}
