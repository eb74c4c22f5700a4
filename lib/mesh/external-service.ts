import { Construct } from 'constructs';
import { AccessOptions } from './access-options';
import { AppProtocol } from './app-protocol';
import { ICallee } from './callee';
import { ICaller } from './caller';
import { ClientTls } from './client-tls';
import { IEgressGateway } from './egress';
import { ExposeOptions } from './expose-options';
import { IGateway } from './gateway';
import { HostLookup } from './host-lookup';
import { Mesh } from './mesh';
import { MeshHost } from './mesh-host';
import type { SeenHostIntent } from './private/access/callee-intent';
import { requireTogether } from './private/boundary';
import { claimName } from './private/claim-name';
import { ExitIntent, leavingHost, leavingIntent, throughExit } from './private/gateways/leaving-host';
import { requireGateway } from './private/gateways/require-gateway';
import { ExternalHostIntent, externalHostIntent, isWildcard } from './private/hosts/external-host-intent';
import { requireExternalHost } from './private/hosts/external-host-name';
import { claimOpenPorts } from './private/hosts/open-ports';
import { homeOf, requireKnownIn, requireKnownToHost } from './private/hosts/private-host';
import { refuseSecondOwners } from './private/hosts/second-owners';
import { portOf } from './private/hosts/service-ports';
import type { Arrival, DestinationIntent, LeavingIntent, RuleIntent } from './private/intent';
import { pathBelow } from './private/path-below';
import { externalPolicyProblems } from './private/policy/external-policy';
import { EGRESS, requireGiven } from './private/require-given';
import { requireNone } from './private/require-none';
import { layerOf } from './private/routing/layer';
import { ServicePort } from './service-port';

/** A host outside of the mesh. */
export interface ExternalServiceProps {
  /** Its name, as callers say it: `api.example.com`, or `*.example.com` for all below it. */
  readonly host: string;
  /** The port that callers use, or the main one of several. */
  readonly port: number;
  /**
   * Addresses, or ranges of them, by which connections to it are told from others to the same port, where these name no host, as those of TCP do
   * not. They are what callers get when they look the host up, so the real ones, unless proxies answer for it.
   *
   * @default - its endpoints, if a port has no requests and no TLS; without these, one that is looked up by DNS gets all connections to such a port
   */
  readonly addresses?: string[];
  /**
   * The addresses that it is at.
   *
   * @default - it is looked up
   */
  readonly endpoints?: string[];
  /**
   * How it is looked up.
   *
   * @default - HostLookup.DNS; HostLookup.NONE for all hosts below one, and nothing is looked up with endpoints
   */
  readonly lookup?: HostLookup;
  /**
   * More ports of it.
   *
   * @default - none
   */
  readonly morePorts?: ServicePort[];
  /**
   * Whether it is known only to callers in the namespace of its chart, with all that is said of it. Who sends requests for another host on to it
   * has to see to it that callers elsewhere send none: for them, nothing is there.
   *
   * @default false
   */
  readonly namespaceOnly?: boolean;
  /**
   * The TLS that proxies speak with it at the main port, while callers speak plain text, so that the mesh sees their requests. The name that is
   * asked for, and that the certificate of the server has to have, is the host.
   *
   * @default - what the callers send is sent on
   */
  readonly originateTls?: ClientTls;
  /**
   * What callers speak at the port.
   *
   * @default AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * The port that the host listens at.
   *
   * @default - the port; 443 with originateTls at port 80
   */
  readonly targetPort?: number;
}

/** A host outside of the mesh, of which is said here what happens to the requests for it. Renders a `ServiceEntry`. */
export class ExternalService extends MeshHost implements ICallee {
  private readonly external: ExternalHostIntent;
  private exit?: ExitIntent;
  private gateway?: IEgressGateway;

  constructor(scope: Construct, id: string, props: ExternalServiceProps) {
    const place = pathBelow(scope, id);
    const { port, protocol, originateTls, morePorts = [], namespaceOnly = false } = props;
    const { targetPort = originateTls !== undefined && port === 80 ? 443 : port } = props;
    const host = requireExternalHost(props.host, Mesh.of(scope).clusterDomain, place);
    super(scope, id, {
      host,
      objectName: host.replace('*', 'wildcard'),
      ports: [{ port, protocol, targetPort }, ...morePorts],
      namespaceOnly,
    });
    claimName(this, { what: 'external host', name: this.objectName }, this.node.path, 'Create one of the two in a chart of another namespace.');
    const external = externalHostIntent(host, this._ports, props, place);
    this.external = external;
    claimOpenPorts(this, {
      ports: this._ports,
      hasAddresses: external.addresses.length > 0,
      namespace: namespaceOnly ? homeOf(this) : undefined,
    });
    this.mesh._provider.externalHost(this.node.findChild('service'), this.objectName, external);
    if (originateTls !== undefined) {
      this.traffic.onPort(port).clientTls(originated(originateTls, host, this._ports[0].protocol, place));
    }
    this.node.addValidation({ validate: () => externalPolicyProblems(external, this.traffic._policy(), place) });
  }

  /**
   * Lets requests in from outside, by a gateway, which sends them on to the host under its own name.
   *
   * @throws when requests cannot be sent to it, the gateway does not know it or serve the hostname, or another service gets the same requests
   */
  public override exposeVia(gateway: IGateway, options: ExposeOptions): void {
    requireGateway(gateway, this.node.path);
    const { hostname, port = this._ports[0].port } = options;
    if (this.external.isPrivate) {
      requireKnownIn(gateway.reference.split('/')[0], this, `the gateway "${gateway.reference}"`);
    }
    this._destinationAt(port, { host: hostname, port, layer: 'requests' });
    super.exposeVia(gateway, options);
  }

  /**
   * Lets callers in the mesh reach it by a gateway alone, whose pods make the connections to it: with them holds what is said of connections, as
   * `originateTls`. What is said of requests still happens where they are sent off.
   *
   * @throws when that was said before, or a gateway could not tell what is meant for it
   */
  public leaveVia(gateway: IEgressGateway): void {
    const { path } = this.node;
    requireTogether(this, requireGiven(gateway, EGRESS, `${path}, leaveVia`));
    if (this.exit !== undefined) {
      throw new Error(`${path}: already leaves through the gateway "${this.exit.gateway}". Set it once.`);
    }
    const leaving = leavingHost(this.external, path);
    if (this.external.isPrivate) {
      requireKnownIn(gateway.reference.split('/')[0], this, `the gateway "${gateway.reference}"`);
    }
    this.exit = gateway._carry(leaving);
    this.gateway = gateway;
    refuseSecondOwners({ owner: this, host: this.host, gateway: { reference: gateway.reference, isAttachable: false } });
    this._begin();
  }

  /** The gateway by which callers reach it; undefined: none. @internal */
  public get _leavesBy(): IEgressGateway | undefined {
    return this.gateway;
  }

  /** Who may call it is not said here: it is outside. @internal */
  public _calledBy(_caller: ICaller, options: AccessOptions): SeenHostIntent {
    requireNone({ ...options }, `${this.node.path}: a host outside the mesh decides itself who may call it`, 'set no options of requests');
    return { host: this.host, namespace: homeOf(this) };
  }

  /** What comes by a gateway names the host of the gateway. @internal */
  protected override _exposedRules(port: number): readonly RuleIntent[] {
    const named = (destination: DestinationIntent): DestinationIntent => (
      [destination.host, destination.outsideHost].includes(this.host) ? { ...destination, hostHeader: this.host } : destination
    );
    return super._exposedRules(port).map(rule => 'destinations' in rule ? { ...rule, destinations: rule.destinations.map(named) } : rule);
  }

  /** A server outside knows itself by its own name alone. @internal */
  protected override _destinationAt(port: number, arrival?: Arrival): DestinationIntent {
    const direct = super._destinationAt(port, arrival);
    const destination = this.exit === undefined || arrival === undefined ? direct : throughExit(direct, this.exit);
    if (arrival === undefined || arrival.host === this.host) {
      return destination;
    }
    if (this.external.isPrivate) {
      requireKnownToHost(arrival.host, this);
    }
    const { protocol } = portOf(this._ports, port, this.node.path);
    const problem = this.problemOfSending(arrival, layerOf(protocol) === 'requests' ? undefined : `port ${port} speaks ${protocol}`);
    if (problem !== undefined) {
      throw new Error(`${this.node.path}: ${problem}`);
    }
    return layerOf(protocol) === 'requests' ? { ...destination, hostHeader: this.host } : destination;
  }

  /** @internal */
  protected override _leaving(): LeavingIntent | undefined {
    return this.exit && leavingIntent(leavingHost(this.external, this.node.path), this._ports[0].port, this.exit);
  }

  /** @param opaque why the mesh sees no requests at the port */
  private problemOfSending({ host, layer }: Arrival, opaque?: string): string | undefined {
    if (isWildcard(this.host)) {
      return `traffic for ${host} cannot be sent to "${this.host}", which is not a single host. Create an ExternalService for the intended host.`;
    }
    if (this.external.lookup === HostLookup.NONE) {
      return `traffic for ${host} cannot be sent to it, because nothing is looked up and it would go to the address of ${host}. Set lookup: HostLookup.DNS.`;
    }
    if (layer !== undefined && layer !== 'requests' && this.exit !== undefined) {
      return `connections for ${host} cannot leave through the gateway "${this.exit.gateway}", which knows them only as ${this.host}. Leave leaveVia out, or let callers call ${this.host} themselves.`;
    }
    if (layer !== 'requests' || opaque === undefined) {
      return undefined;
    }
    const readable = this._ports.find(({ protocol }) => layerOf(protocol) === 'requests');
    const repair = readable === undefined ? '' : `, or send them to another port: atPort(${readable.port})`;
    return `${opaque}, and requests for ${host} would arrive there in plain text. Set port: 80 and originateTls: ClientTls.simple()${repair}.`;
  }
}

/** TLS with the host. Connections whose requests the mesh does not see name no host, so nobody could tell whose certificate is right. */
function originated(tls: ClientTls, host: string, protocol: AppProtocol, place: string): ClientTls {
  if (layerOf(protocol) === 'named-connections') {
    throw new Error(`${place}: callers speak ${protocol}, which originateTls would encrypt again. Leave it out, or set protocol: AppProtocol.HTTP if they speak plain text.`);
  }
  if (isWildcard(host) && layerOf(protocol) !== 'requests') {
    throw new Error(`${place}: connections of ${protocol} do not tell which host below "${host}" must present a certificate. Create an ExternalService for each host.`);
  }
  return tls._toward(isWildcard(host) ? undefined : host, place);
}
