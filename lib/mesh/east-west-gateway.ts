import { Construct } from 'constructs';
import { GatewayTls } from './gateway-tls';
import { IngressGateway } from './ingress-gateway';
import { Mesh } from './mesh';

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
   * @default - the root namespace of the mesh
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
export class EastWestGateway extends IngressGateway {
  constructor(scope: Construct, id: string, props: EastWestGatewayProps = {}) {
    const { port: httpsPort, podLabels = { istio: 'eastwestgateway' }, ...others } = props;
    super(scope, id, {
      ...others, podLabels, httpsPort, hostnames: [hostnameOf(Mesh.of(scope))], tls: GatewayTls.autoPassthrough(),
    });
  }
}

/** What callers name are the full names of services. */
function hostnameOf({ clusterDomain }: Mesh): string {
  return clusterDomain.endsWith('.local') ? '*.local' : `*.${clusterDomain}`;
}
