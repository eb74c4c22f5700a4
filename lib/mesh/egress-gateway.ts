import { Construct } from 'constructs';
import { Access } from './access';
import { IEgressGateway } from './egress';
import { Mesh } from './mesh';
import { compareTexts } from './private/compare-texts';
import { claimListeners } from './private/gateways/claimed-listeners';
import { exitSubset } from './private/gateways/exit-subset';
import { createGatewayAccess } from './private/gateways/gateway-access';
import type { GatewayTlsIntent, ListenerIntent } from './private/gateways/gateway-intent';
import { providePods, requirePods } from './private/gateways/gateway-pods';
import { addInstalledGateway } from './private/gateways/installed-gateways';
import type { ExitIntent, LeavingHost } from './private/gateways/leaving-host';
import { ReferencedEgressGateway } from './private/gateways/referenced-egress-gateway';
import { requireObjectName } from './private/gateways/references';
import { isWildcard } from './private/hosts/external-host-intent';
import { requireExternalHost } from './private/hosts/external-host-name';
import { claimHost } from './private/hosts/host-owners';
import { requirePort } from './private/hosts/ports';
import type { HostPolicyIntent, SubsetIntent } from './private/intent';
import { requireLabel } from './private/names';
import { namespaceOf } from './private/platform/namespace-of';
import { checkPodLabels } from './private/pods/pod-labels';
import { provide } from './private/provides';
import { Slot } from './private/slot';
import type { WorkloadIntent } from './private/workload-intent';
import { IWorkload } from './workload';

/** A gateway by which requests leave. Whoever installs the mesh creates its pods and its Service, in the namespace of the chart. */
export interface EgressGatewayProps {
  /**
   * Name of the gateway.
   *
   * @default - the id of the construct
   */
  readonly gatewayName?: string;
  /**
   * Hosts outside whose requests may leave by it, since other apps say so with `EgressGateway.fromName`.
   *
   * @default - those that say `leaveVia` here
   */
  readonly hostnames?: string[];
  /**
   * Hosts outside with which callers speak TLS themselves, and that may leave by it, since other apps say so with `EgressGateway.fromName`.
   *
   * @default - those that say `leaveVia` here
   */
  readonly passedHostnames?: string[];
  /**
   * Labels of the pods that do the work.
   *
   * @default { istio: 'egressgateway' }
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * The port of its Service that callers inside send to, by TLS.
   *
   * @default 443
   */
  readonly port?: number;
  /**
   * Name of its Service.
   *
   * @default "istio-egressgateway"
   */
  readonly serviceName?: string;
}

/** What is known of a gateway that somebody else owns. */
export interface EgressGatewayReference {
  /**
   * The port of its Service that callers inside send to, by TLS.
   *
   * @default 443
   */
  readonly port?: number;
  /**
   * Name of its Service, in the namespace of the gateway.
   *
   * @default "istio-egressgateway"
   */
  readonly serviceName?: string;
}

/**
 * Where requests leave the mesh, for hosts that say `host.leaveVia(egress)`. Callers send them there with mutual TLS of the mesh, and its pods send
 * them on. Renders a `Gateway`, and a `DestinationRule` for its Service.
 *
 * Its chart lies in the namespace of its pods: callers elsewhere look for what is said of connections to it where its Service is.
 */
export class EgressGateway extends Construct implements IEgressGateway, IWorkload {
  /**
   * A gateway that somebody else owns, by `namespace/name`. Renders nothing itself. Its owner names the hosts: `hostnames`, or `passedHostnames`.
   *
   * @throws when the name has another form
   */
  public static fromName(scope: Construct, id: string, name: string, props: EgressGatewayReference = {}): IEgressGateway {
    return new ReferencedEgressGateway(scope, id, name, props);
  }

  /** Who may leave by it. Without a word, everybody in the mesh. */
  public readonly access: Access;
  /** What rules call it: `namespace/name`. */
  public readonly reference: string;
  /** Full name of its Service. */
  public readonly serviceHost: string;

  private readonly hosts = new Map<string, LeavingHost>();
  private readonly podLabels: Readonly<Record<string, string>>;
  private readonly policySlot: Slot;
  private readonly port: number;
  private readonly serviceNamespace: string;

  constructor(scope: Construct, id: string, props: EgressGatewayProps = {}) {
    super(scope, id);
    const { path } = this.node;
    const { gatewayName = id, podLabels = POD_LABELS, port = 443, serviceName = 'istio-egressgateway' } = props;
    const name = requireObjectName(gatewayName, 'a gateway', path);
    requirePort(port, path);
    requirePods(podLabels, POD_LABELS.istio, path);
    checkPodLabels(podLabels, `${path}: podLabels`);
    this.podLabels = { ...podLabels };
    this.port = port;
    this.serviceNamespace = namespaceOf(this);
    this.reference = `${this.serviceNamespace}/${name}`;
    const { clusterDomain, _provider: provider } = Mesh.of(this);
    this.serviceHost = `${requireLabel(serviceName, path)}.${this.serviceNamespace}.svc.${clusterDomain}`;
    claimHost(this, this.serviceHost);
    this.policySlot = new Slot(this, 'policy', place => provider.hostPolicy(place, serviceName, () => this.policy()));
    this.access = createGatewayAccess(this, { name });
    providePods(this, this.serviceNamespace, podLabels);
    provide(this, 'Service', this.serviceNamespace, serviceName);
    new Slot(this, 'gateway', place => provider.egressGateway(place, name, () => ({ podLabels: this.podLabels, listeners: this.listeners() }))).fill();
    this.node.addValidation({ validate: () => this.problems() });
    addInstalledGateway(this, { kind: 'egress', name, namespace: this.serviceNamespace, podLabels: this.podLabels, serviceName });
    this.carryNamed(props);
  }

  /**
   * Lets a host be called by it.
   *
   * @throws when another gateway of its pods serves the host, or connections for two hosts could not be told apart @internal
   */
  public _carry(carried: LeavingHost): ExitIntent {
    const { host, isPassed } = carried;
    if (this.hosts.has(host) && this.hosts.get(host)!.isPassed !== isPassed) {
      throw new Error(`${this.node.path}: "${host}" is named in ${isPassed ? 'hostnames' : 'passedHostnames'}, but its traffic ${isPassed ? 'is TLS that is passed through' : 'consists of requests'}. Move it to ${isPassed ? 'passedHostnames' : 'hostnames'}.`);
    }
    const exit = { gateway: this.reference, host: this.serviceHost, port: this.port, subset: isPassed ? undefined : this.subsetFor(host) };
    claimListeners(this, [this.listener([host], isPassed)], this.podLabels);
    this.hosts.set(host, carried);
    if (!isPassed) {
      this.policySlot.fill();
    }
    return exit;
  }

  /** @internal */
  public _workload(): WorkloadIntent {
    return { namespace: this.serviceNamespace, podLabels: this.podLabels };
  }

  private carryNamed({ hostnames = [], passedHostnames = [] }: EgressGatewayProps): void {
    const { path } = this.node;
    const { clusterDomain } = Mesh.of(this);
    for (const [isPassed, hosts] of [[false, hostnames], [true, passedHostnames]] as const) {
      for (const host of hosts) {
        if (this.hosts.has(requireExternalHost(host, clusterDomain, path))) {
          throw new Error(`${path}: "${host}" is listed twice. List it once, either in hostnames or in passedHostnames.`);
        }
        if (isWildcard(host)) {
          throw new Error(`${path}: "${host}" cannot be looked up, so the gateway would send requests to its own address. Name each host.`);
        }
        this._carry({ host, isPassed, needsHttp2: false });
      }
    }
  }

  private subsetFor(host: string): string {
    const { path } = this.node;
    const subset = exitSubset(host, path);
    const other = this.sorted(false).find(known => known !== host && exitSubset(known, path) === subset);
    if (other !== undefined) {
      throw new Error(`${path}: "${host}" and "${other}" would both get the subset name "${subset}". Call one of them without the gateway.`);
    }
    return subset;
  }

  /** Of hosts that share the Service, each needs the name of its own with TLS, by which the gateway tells them apart. */
  private policy(): HostPolicyIntent {
    const subsets = this.sorted(false).map((host): SubsetIntent => ({
      name: exitSubset(host, this.node.path),
      labels: {},
      policy: {
        tls: { mode: 'mesh', sni: host },
        limits: this.hosts.get(host)!.needsHttp2 ? { upgradeToHttp2: true } : undefined,
      },
    }));
    return { host: this.serviceHost, ports: new Map(), subsets };
  }

  private listeners(): ListenerIntent[] {
    return [false, true].flatMap(isPassed => {
      const hosts = this.sorted(isPassed);
      return hosts.length === 0 ? [] : [this.listener(hosts, isPassed)];
    });
  }

  private listener(hostnames: readonly string[], isPassed: boolean): ListenerIntent {
    const [name, tls]: [string, GatewayTlsIntent] = isPassed ? ['tls', { mode: 'passthrough' }] : ['https', { mode: 'mesh' }];
    return { name, port: this.port, hostnames, tls, redirects: false };
  }

  private problems(): string[] {
    const { path } = this.node;
    if (this.hosts.size === 0) {
      return [`${path}: no host leaves through it, and the mesh rejects a gateway without servers. Call leaveVia(...) on an external host, or remove the gateway.`];
    }
    const [passed] = this.sorted(true);
    return passed === undefined || !this.access._asksForUnseen() ? [] : [
      `${path}: passes TLS for "${passed}" through, so it sees neither requests nor caller identities, which its access rules need. Allow callers by address, or route such hosts through another gateway.`,
    ];
  }

  private sorted(isPassed: boolean): string[] {
    return [...this.hosts.values()].filter(known => known.isPassed === isPassed).map(({ host }) => host).sort(compareTexts);
  }
}

/** Those of the gateway that `istioctl` installs. */
const POD_LABELS = { istio: 'egressgateway' };
