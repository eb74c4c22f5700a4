import { Construct } from 'constructs';
import { AccessOptions } from './access-options';
import { AppProtocol } from './app-protocol';
import { ICallee } from './callee';
import { ICaller } from './caller';
import { ClientTls } from './client-tls';
import { Mesh } from './mesh';
import { MeshHost } from './mesh-host';
import type { SeenHostIntent } from './private/access/callee-intent';
import { claimName } from './private/claim-name';
import { requireDnsLabel } from './private/dns-label';
import { requireDnsName } from './private/dns-name';
import { requireExternalHost } from './private/hosts/external-host-name';
import { claimOpenPorts } from './private/hosts/open-ports';
import { homeOf } from './private/hosts/private-host';
import { remoteHostIntent } from './private/hosts/remote-host-intent';
import { portOf } from './private/hosts/service-ports';
import type { Arrival, DestinationIntent } from './private/intent';
import { requireLabel } from './private/names';
import { pathBelow } from './private/path-below';
import { requireNone } from './private/require-none';
import { layerOf } from './private/routing/layer';
import { ServicePort } from './service-port';

/** A service of another cluster, and where that cluster is reached. */
export interface RemoteServiceProps {
  /**
   * Gateways of the other cluster that pass TLS on to its services, such as an `EastWestGateway` there: addresses, or names that are looked up.
   */
  readonly gateways: string[];
  /** Its name in this cluster, which no service here has: `orders.cluster-2.global`. */
  readonly host: string;
  /** The port that callers use, or the main one of several. */
  readonly port: number;
  /** Name of the Service in its cluster. */
  readonly serviceName: string;
  /** Namespace of the Service in its cluster. */
  readonly serviceNamespace: string;
  /**
   * An address that nobody has, such as `240.0.0.2`, which callers get who look the host up where proxies answer look-ups.
   *
   * @default - none: requests are sent on to it by routes of others, or callers find an address in some other way
   */
  readonly address?: string;
  /**
   * The domain of services in its cluster.
   *
   * @default - that of this one
   */
  readonly clusterDomain?: string;
  /**
   * The port of the gateways.
   *
   * @default 15443
   */
  readonly gatewayPort?: number;
  /**
   * Where the gateways are: a region, `region/zone` or `region/zone/subzone`.
   *
   * @default - not known
   */
  readonly locality?: string;
  /**
   * More ports of it.
   *
   * @default - none
   */
  readonly morePorts?: ServicePort[];
  /**
   * The network of its cluster. Where the mesh itself knows gateways of this network, callers take those.
   *
   * @default - not known
   */
  readonly network?: string;
  /**
   * What is spoken at the port.
   *
   * @default AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * Name of the account that its pods run as, which their certificate has to name.
   *
   * @default - not known, so that any certificate of the mesh will do
   */
  readonly serviceAccount?: string;
  /**
   * The port of the Service in its cluster.
   *
   * @default - the port
   */
  readonly targetPort?: number;
}

/**
 * A service of another cluster of the mesh, under a name of its own here: routes can send to it, and services call it. Renders a `ServiceEntry`, and
 * a `DestinationRule` with the name by which gateways of that cluster know it.
 *
 * Where control planes read the API servers of all clusters, a service of the same name is one host in all of them, and nothing of this is needed.
 */
export class RemoteService extends MeshHost implements ICallee {
  constructor(scope: Construct, id: string, props: RemoteServiceProps) {
    const place = pathBelow(scope, id);
    const { port, protocol, targetPort, morePorts = [], serviceAccount } = props;
    const { clusterDomain, trustDomain, _provider: provider } = Mesh.of(scope);
    const host = requireExternalHost(props.host, clusterDomain, place);
    if (host.startsWith('*')) {
      throw new Error(`${place}: "${host}" is not a single host. Create a RemoteService for each.`);
    }
    const service = serviceOf(props, clusterDomain, place);
    super(scope, id, { host, objectName: host, ports: [{ port, protocol, targetPort }, ...morePorts] });
    claimName(this, { what: 'external host', name: host }, place, 'Create one of the two in a chart of another namespace.');
    const remote = remoteHostIntent(host, this._ports, props, place);
    claimOpenPorts(this, { ports: this._ports, hasAddresses: remote.addresses.length > 0 });
    const identity = serviceAccount && `spiffe://${trustDomain}/ns/${props.serviceNamespace}/sa/${requireDnsName(serviceAccount, `${place}: serviceAccount`)}`;
    provider.remoteHost(this.node.findChild('service'), host, { ...remote, identity });
    this._ports.forEach(known => this.traffic.onPort(known.port).clientTls(ClientTls._toService(`outbound_.${known.targetPort}_._.${service}`)));
  }

  /** Who may call it is said in its cluster. @internal */
  public _calledBy(_caller: ICaller, options: AccessOptions): SeenHostIntent {
    requireNone({ ...options }, `${this.node.path}: its access is configured in its own cluster`, 'set it there, with access.allowFrom');
    return { host: this.host, namespace: homeOf(this) };
  }

  /** @throws when requests for another host would come to a port where the mesh sees none @internal */
  protected override _destinationAt(port: number, arrival?: Arrival): DestinationIntent {
    const { protocol } = portOf(this._ports, port, this.node.path);
    if (arrival !== undefined && arrival.host !== this.host && arrival.layer === 'requests' && layerOf(protocol) !== 'requests') {
      throw new Error(`${this.node.path}: port ${port} speaks ${protocol}, and requests for ${arrival.host} would arrive there in plain text. Send them to a port that speaks HTTP: atPort(80).`);
    }
    return super._destinationAt(port, arrival);
  }
}

/** Its full name in its cluster, by which gateways there know it. */
function serviceOf({ serviceName, serviceNamespace, ...said }: RemoteServiceProps, usualDomain: string, place: string): string {
  const { clusterDomain = usualDomain } = said;
  requireDnsName(clusterDomain, `${place}: clusterDomain`);
  return `${requireLabel(serviceName, place)}.${requireDnsLabel(serviceNamespace, `${place}: serviceNamespace`)}.svc.${clusterDomain}`;
}
