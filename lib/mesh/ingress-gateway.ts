import { Construct } from 'constructs';
import { IGateway } from './gateway';
import { GatewayTls } from './gateway-tls';
import { Mesh } from './mesh';
import { addCertificateEntry } from './private/certificate-entry';
import { GatewayHosts } from './private/gateway-hosts';
import type { GatewayRoute } from './private/gateway-intent';
import { requireGatewayName } from './private/gateway-reference';
import { listenersOf } from './private/listeners';
import { namespaceOf } from './private/namespace-of';
import { ReferencedGateway } from './private/referenced-gateway';

/** A gateway that is ours. */
export interface IngressGatewayProps {
  /** The hostnames that it serves: `shop.example.com`, `*.example.com` for all below it, `*` for every one. */
  readonly hostnames: string[];
  /** What it does with TLS. Most ways need a Secret that is not ours to create, so there is no default. */
  readonly tls: GatewayTls;
  /**
   * Name of the gateway.
   *
   * @default - the id of the construct
   */
  readonly gatewayName?: string;
  /**
   * The port for plain HTTP.
   *
   * @default 80
   */
  readonly httpPort?: number;
  /**
   * The port for TLS.
   *
   * @default - 443; 15443 with `GatewayTls.autoPassthrough()`
   */
  readonly httpsPort?: number;
  /**
   * Labels of the pods that do the work, in whichever namespace they run. Whoever installs the mesh creates those.
   *
   * @default { istio: 'ingressgateway' }
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * Whether plain HTTP is answered with the same address on HTTPS, port 443 of what the client sees. If not, a gateway with TLS opens no port
   * for plain HTTP.
   *
   * @default - true with TLS at the ports 80 and 443; with others, clients would be led to a port that is not there
   */
  readonly redirectHttp?: boolean;
}

/** What is known of a gateway that somebody else owns. */
export interface GatewayReferenceProps {
  /**
   * The hostnames that it serves.
   *
   * @default - not known, so that services can be exposed under any; whether it serves them shows in the cluster
   */
  readonly hostnames?: string[];
}

/** Where requests come in from outside of the mesh. Renders a `Gateway`, and for each hostname that something is exposed under a `VirtualService`. */
export class IngressGateway extends Construct implements IGateway {
  /**
   * A gateway that somebody else owns, by `namespace/name`. Renders nothing itself.
   *
   * @throws when the name has another form
   */
  public static fromName(scope: Construct, id: string, name: string, props: GatewayReferenceProps = {}): IGateway {
    return new ReferencedGateway(scope, id, name, props.hostnames);
  }

  /** What routes call it: `namespace/name`. */
  public readonly reference: string;

  private readonly hosts: GatewayHosts;
  private readonly servedHostnames: readonly string[];
  private readonly tls: GatewayTls;

  constructor(scope: Construct, id: string, props: IngressGatewayProps) {
    super(scope, id);
    const { path } = this.node;
    const { gatewayName = id, hostnames, tls, podLabels = { istio: 'ingressgateway' } } = props;
    if (Object.keys(podLabels).length === 0) {
      throw new Error(`${path}: without labels, every pod of the mesh would do its work. Name those of the gateway's pods: podLabels: { istio: "ingressgateway" }.`);
    }
    const name = requireGatewayName(gatewayName, path);
    this.tls = tls;
    this.servedHostnames = [...hostnames];
    this.reference = `${namespaceOf(this)}/${name}`;
    const provider = Mesh.of(this)._provider;
    provider.gateway(this, name, { podLabels: { ...podLabels }, listeners: listenersOf(props, path) });
    addCertificateEntry(this, { reference: this.reference, tls: tls._intent, hostnames: this.servedHostnames, podLabels: { ...podLabels } });
    this.hosts = new GatewayHosts(this, { reference: this.reference, name, hostnames: this.servedHostnames });
  }

  /** The hostnames that it serves. */
  public get hostnames(): string[] | undefined {
    return [...this.servedHostnames];
  }

  /** @internal */
  public _expose(route: GatewayRoute): void {
    if (this.tls._passesOn) {
      throw new Error(`${this.node.path}: passes TLS on unread, so it sees no request that "${route.name}" could take. End TLS at the gateway: tls: GatewayTls.secret("...").`);
    }
    this.hosts.expose(route);
  }
}
