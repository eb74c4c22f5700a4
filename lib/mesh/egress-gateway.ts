import { Construct } from 'constructs';
import { Access } from './access';
import { Mesh } from './mesh';
import { compareTexts } from './private/compare-texts';
import { claimListeners } from './private/gateways/claimed-listeners';
import { createGatewayAccess } from './private/gateways/gateway-access';
import type { GatewayTlsIntent, ListenerIntent } from './private/gateways/gateway-intent';
import { requirePods } from './private/gateways/gateway-pods';
import type { ExitIntent, LeavingHost } from './private/gateways/leaving-host';
import { requireObjectName } from './private/gateways/references';
import { claimHost } from './private/hosts/host-owners';
import { requirePort } from './private/hosts/ports';
import type { HostPolicyIntent, SubsetIntent } from './private/intent';
import { requireLabel } from './private/names';
import { namespaceOf } from './private/platform/namespace-of';
import { checkPodLabels } from './private/pods/pod-labels';
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

/**
 * Where requests leave the mesh, for hosts that say `host.leaveVia(egress)`. Callers send them there with mutual TLS of the mesh, and its pods send
 * them on. Renders a `Gateway`, and a `DestinationRule` for its Service.
 *
 * Its chart lies in the namespace of its pods: callers elsewhere look for what is said of connections to it where its Service is.
 */
export class EgressGateway extends Construct implements IWorkload {
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
    this.access = createGatewayAccess(this, name);
    new Slot(this, 'gateway', place => provider.egressGateway(place, name, () => ({ podLabels: this.podLabels, listeners: this.listeners() }))).fill();
    this.node.addValidation({ validate: () => this.problems() });
  }

  /**
   * Lets a host be called by it.
   *
   * @throws when another gateway of its pods serves the host, or connections for two hosts could not be told apart @internal
   */
  public _carry(carried: LeavingHost): ExitIntent {
    const { host, isPassed } = carried;
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

  private subsetFor(host: string): string {
    const subset = subsetOf(host);
    const { path } = this.node;
    if (subset.length > 63) {
      throw new Error(`${path}: what is meant for "${host}" is told apart by its name, which may have 63 characters here. Call it without the gateway.`);
    }
    const other = this.sorted(false).find(known => known !== host && subsetOf(known) === subset);
    if (other !== undefined) {
      throw new Error(`${path}: what is meant for "${host}" and for "${other}" would both be called "${subset}". Call one of them without the gateway.`);
    }
    return subset;
  }

  /** Of hosts that share the Service, each needs the name of its own with TLS, by which the gateway tells them apart. */
  private policy(): HostPolicyIntent {
    const subsets = this.sorted(false).map((host): SubsetIntent => ({
      name: subsetOf(host),
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
      return [`${path}: nothing leaves by it, and the mesh refuses a gateway that listens for nothing. Say leaveVia(...) of a host outside, or leave it out.`];
    }
    const [passed] = this.sorted(true);
    return passed === undefined || !this.access._asksForUnseen() ? [] : [
      `${path}: passes TLS for "${passed}" on unread, so that it sees neither requests nor who calls, and its access asks for that. Allow callers by address, or let such hosts leave by another gateway.`,
    ];
  }

  private sorted(isPassed: boolean): string[] {
    return [...this.hosts.values()].filter(known => known.isPassed === isPassed).map(({ host }) => host).sort(compareTexts);
  }
}

function subsetOf(host: string): string {
  return host.replaceAll('.', '-');
}

/** Those of the gateway that `istioctl` installs. */
const POD_LABELS = { istio: 'egressgateway' };
