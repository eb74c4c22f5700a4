import { Construct } from 'constructs';
import { Access } from './access';
import { Mesh } from './mesh';
import { claimListeners } from './private/gateways/claimed-listeners';
import { createGatewayAccess } from './private/gateways/gateway-access';
import { installedPods, policyNameOf, requirePods } from './private/gateways/gateway-pods';
import { listenersOf } from './private/gateways/listeners';
import { requireObjectName } from './private/gateways/references';
import { namespaceOf } from './private/platform/namespace-of';
import { sortLaterSlots } from './private/sorted-slots';
import type { WorkloadIntent } from './private/workload-intent';
import { Telemetry } from './telemetry';
import { IWorkload } from './workload';

/** A gateway between the clusters of a mesh. Whoever installs the mesh creates its pods, and says which network they are of. */
export interface EastWestGatewayProps {
  /**
   * Name of the gateway.
   *
   * @default - the id of the construct
   */
  readonly gatewayName?: string;
  /**
   * Labels of the pods that do the work.
   *
   * @default { istio: 'eastwestgateway' }
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * Namespace of these pods.
   *
   * @default - that of the gateway
   */
  readonly podNamespace?: string;
  /**
   * The port at which other clusters reach it.
   *
   * @default 15443
   */
  readonly port?: number;
}

/**
 * Where other clusters of the mesh reach the services of this one. It passes mutual TLS on unread, to the service that the caller names: all
 * services of this cluster can be called by it, and who may call them is said of each. Renders a `Gateway`.
 */
export class EastWestGateway extends Construct implements IWorkload {
  /** Who may connect to it. Without a word, everybody who has a certificate of the mesh, which the pods behind it ask for. */
  public readonly access: Access;
  /** What objects call it: `namespace/name`. */
  public readonly reference: string;
  /** What is seen of connections that come in. */
  public readonly telemetry: Telemetry;

  private readonly pods: WorkloadIntent;

  constructor(scope: Construct, id: string, props: EastWestGatewayProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const { gatewayName = id, podLabels = POD_LABELS, podNamespace, port: httpsPort } = props;
    const mesh = Mesh.of(this);
    const name = requireObjectName(gatewayName, 'a gateway', path);
    const hostnames = [hostnameOf(mesh)];
    this.pods = installedPods(this, { podLabels, podNamespace }).pods;
    this.reference = `${namespaceOf(this)}/${name}`;
    const tls = { mode: 'auto-passthrough' } as const;
    const listeners = listenersOf({ hostnames, httpsPort, tls }, path);
    requirePods(podLabels, POD_LABELS.istio, path);
    claimListeners(this, listeners, podLabels);
    mesh._provider.gateway(this, name, { podLabels: { ...podLabels }, listeners });
    const policyName = policyNameOf(this, name);
    this.access = createGatewayAccess(this, { name: policyName, hostnames, outside: { tls } });
    this.telemetry = Telemetry._of({ place: path, scope: new Construct(this, 'telemetry'), name: policyName, kind: 'gateway', pods: () => this.pods });
    sortLaterSlots(this);
  }

  /** @internal */
  public _workload(): WorkloadIntent {
    return this.pods;
  }
}

/** Those of the gateway that Istio's own examples install. */
const POD_LABELS = { istio: 'eastwestgateway' };

/** What callers name are the full names of services. */
function hostnameOf({ clusterDomain }: Mesh): string {
  return clusterDomain.endsWith('.local') ? '*.local' : `*.${clusterDomain}`;
}
