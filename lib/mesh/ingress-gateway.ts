import { Construct } from 'constructs';
import { Access } from './access';
import { DirectResponse } from './direct-response';
import { IGateway } from './gateway';
import { GatewayApi } from './gateway-api';
import { GatewayTls } from './gateway-tls';
import { Mesh } from './mesh';
import type { CallerIntent } from './private/access/caller-intent';
import { createAttachableGateway } from './private/gateways/attachable-gateway';
import type { Attachment } from './private/gateways/attachment';
import { addCertificateEntry } from './private/gateways/certificate-entry';
import { claimListeners } from './private/gateways/claimed-listeners';
import { createGatewayAccess } from './private/gateways/gateway-access';
import { createGatewayCertificate } from './private/gateways/gateway-certificate';
import { GatewayHosts } from './private/gateways/gateway-hosts';
import type { EndedTlsIntent, GatewayRoute, ListenerIntent } from './private/gateways/gateway-intent';
import { GATEWAY_CLASS, GatewayPods, installedPods, ownPods, POD_LABELS, policyNameOf, requirePods } from './private/gateways/gateway-pods';
import { addInstalledGateway } from './private/gateways/installed-gateways';
import { calledAt, listenersOf } from './private/gateways/listeners';
import { addPodsEntry } from './private/gateways/pods-entry';
import { ReferencedGateway } from './private/gateways/referenced-gateway';
import { requireObjectName } from './private/gateways/references';
import type { ActionIntent } from './private/intent';
import { namespaceOf } from './private/platform/namespace-of';
import { provide } from './private/provides';
import { requireNone } from './private/require-none';
import { REST } from './private/routing/exposed-rules';
import { redirectIntent } from './private/routing/redirect-intent';
import { responseIntent } from './private/routing/response-intent';
import { sortLaterSlots } from './private/sorted-slots';
import type { WorkloadIntent } from './private/workload-intent';
import { Redirect } from './redirect';
import { RouteRank } from './route-rank';
import { Telemetry } from './telemetry';
import { IWorkload } from './workload';

/** A gateway that is ours. */
export interface IngressGatewayProps {
  /** The hostnames that it serves: `shop.example.com`, `*.example.com` for all below it, `*` for every one. */
  readonly hostnames: string[];
  /** What it does with TLS. Most ways need a Secret that is not ours to create, so there is no default. */
  readonly tls: GatewayTls;
  /**
   * In whose words it is rendered.
   *
   * @default GatewayApi.ISTIO
   */
  readonly api?: GatewayApi;
  /**
   * Which kind of gateway the cluster makes of it. Of the Kubernetes Gateway API only.
   *
   * @default "istio"
   */
  readonly gatewayClass?: string;
  /**
   * Name of the gateway.
   *
   * @default - the id of the construct
   */
  readonly gatewayName?: string;
  /**
   * Other namespaces that allow routes of this one to name their Services, with a `ReferenceGrant` that somebody else renders. Of the Kubernetes
   * Gateway API only.
   *
   * @default - none but those of the services that are exposed here, for which one is rendered
   */
  readonly grantedNamespaces?: string[];
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
   * Labels of the pods that do the work, in whichever namespace they run. Whoever installs the mesh creates those. Not of the Kubernetes Gateway
   * API, for which the mesh runs pods itself.
   *
   * @default { istio: 'ingressgateway' }
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * Namespace of these pods, in which the Secret of the certificate is wanted.
   *
   * @default - that of the gateway, as Helm installs it; for the Kubernetes Gateway API always. `istioctl` installs into `istio-system`
   */
  readonly podNamespace?: string;
  /**
   * Whether plain HTTP is answered with the same address on HTTPS, port 443 of what the client sees. If not, a gateway with TLS opens no port
   * for plain HTTP.
   *
   * @default - true with TLS at the ports 80 and 443; with others, clients would be led to a port that is not there
   */
  readonly redirectHttp?: boolean;
  /**
   * Whether routes of every namespace may attach themselves to it, so that other teams can refer to it with `IngressGateway.fromName`. Of the
   * Kubernetes Gateway API only.
   *
   * @default - false: only those of its own namespace
   */
  readonly routesFromAllNamespaces?: boolean;
  /**
   * Name of the account that these pods run as, and by which services let the gateway in.
   *
   * @default - not known, so that everything in the namespace of these pods is let in; the Kubernetes Gateway API says it
   */
  readonly serviceAccount?: string;
}

/** What is known of a gateway that somebody else owns. */
export interface GatewayReferenceProps {
  /**
   * In whose words the gateway is written, and so the routes through it.
   *
   * @default GatewayApi.ISTIO
   */
  readonly api?: GatewayApi;
  /**
   * Other namespaces that allow routes of this one to name their Services, with a `ReferenceGrant` that somebody else renders. Of the Kubernetes
   * Gateway API only.
   *
   * @default - none but those of the services that are exposed here, for which one is rendered
   */
  readonly grantedNamespaces?: string[];
  /**
   * The hostnames that it serves.
   *
   * @default - not known, so that services can be exposed under any; whether it serves them shows in the cluster
   */
  readonly hostnames?: string[];
  /**
   * The listener that routes attach themselves to. Of the Kubernetes Gateway API only.
   *
   * @default - all that serve the hostname, also one for plain HTTP
   */
  readonly listener?: string;
  /**
   * Namespace of the pods that do the work.
   *
   * @default - that of the gateway
   */
  readonly podNamespace?: string;
  /**
   * Name of the account that these pods run as, and by which services let the gateway in.
   *
   * @default - not known, so that everything in the namespace of these pods is let in
   */
  readonly serviceAccount?: string;
}

/**
 * Where requests come in from outside of the mesh. Renders a `Gateway`, and for each hostname that something is exposed under a `VirtualService`
 * or, with `GatewayApi.KUBERNETES`, an `HTTPRoute`.
 */
export class IngressGateway extends Construct implements IGateway, IWorkload {
  /**
   * A gateway that somebody else owns, by `namespace/name`. Renders nothing itself.
   *
   * @throws when the name has another form
   */
  public static fromName(scope: Construct, id: string, name: string, props: GatewayReferenceProps = {}): IGateway {
    return new ReferencedGateway(scope, id, name, props);
  }

  /** What routes call it: `namespace/name`. */
  public readonly reference: string;

  /** Who may come in. Without a word, everybody. */
  public readonly access: Access;

  /** What is seen of requests that come in. */
  public readonly telemetry: Telemetry;

  private readonly hosts: GatewayHosts;
  /** puts into the runbook where its pods are expected, with the first service that lets them in; undefined: there is nothing more to say */
  private mention?: () => void;
  private readonly servedHostnames: readonly string[];
  private readonly tls: GatewayTls;
  private readonly workload: GatewayPods;

  constructor(scope: Construct, id: string, props: IngressGatewayProps) {
    super(scope, id);
    const { path } = this.node;
    const { api = GatewayApi.ISTIO, gatewayName = id, hostnames } = props;
    const name = requireObjectName(gatewayName, 'a gateway', path);
    const tls = props.tls._of(name);
    this.tls = props.tls;
    this.servedHostnames = [...hostnames];
    this.workload = api === GatewayApi.KUBERNETES ? ownPods(this, name, props) : installedPods(this, props);
    this.reference = `${namespaceOf(this)}/${name}`;
    const listeners = listenersOf({ ...props, tls }, path);
    const attachment = api === GatewayApi.ISTIO
      ? this.createIstioGateway(name, props, listeners)
      : this.createKubernetesGateway(name, props, listeners);
    const called = calledAt(listeners);
    this.hosts = new GatewayHosts(this, { reference: this.reference, name, hostnames: this.servedHostnames, attachment, called });
    if (tls !== undefined && 'secret' in tls) {
      this.provideCertificate(tls, props);
    }
    if (api === GatewayApi.ISTIO && props.podNamespace === undefined) {
      const { account, pods: { namespace: podNamespace } } = this.workload;
      this.mention = () => addPodsEntry(this, { reference: this.reference, podLabels: { ...props.podLabels ?? POD_LABELS }, podNamespace, account });
    }
    this.access = createGatewayAccess(this, { name: policyNameOf(this, name), hostnames: this.servedHostnames, outside: { tls } });
    this.telemetry = Telemetry._of({ place: path, scope: new Construct(this, 'telemetry'), name: policyNameOf(this, name), kind: 'gateway', pods: () => this._workload() });
    sortLaterSlots(this);
  }

  /** The hostnames that it serves. */
  public get hostnames(): string[] | undefined {
    return [...this.servedHostnames];
  }

  /**
   * Leads all clients of a hostname elsewhere, but for the paths that a service is exposed under. Renders a rule without a service behind it.
   *
   * @throws when the gateway does not serve the hostname, or it leads nowhere else
   */
  public redirect(hostname: string, redirect: Redirect): void {
    this.serve(hostname, 'redirect', redirect, place => ({ redirect: redirectIntent(redirect, place) }));
  }

  /**
   * Answers all requests for a hostname, but for the paths that a service is exposed under. No route of the Kubernetes Gateway API can say that.
   *
   * @throws when the gateway does not serve the hostname, or cannot answer so
   */
  public respond(hostname: string, response: DirectResponse): void {
    this.serve(hostname, 'respond', response, place => ({ response: responseIntent(response, place) }));
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    const { account, pods: { namespace } } = this.workload;
    return [account === undefined ? { namespaces: [namespace] } : { identity: { namespace, account } }];
  }

  /** @internal */
  public _expose(route: GatewayRoute): void {
    this.tls._requirePassable(route, this.node.path);
    this.hosts.expose(route);
    if (route.host !== undefined) {
      this.mention?.();
      this.mention = undefined;
    }
  }

  /** @internal */
  public _workload(): WorkloadIntent {
    return this.workload.pods;
  }

  /** Serves a hostname without a service. */
  private serve(hostname: string, verb: string, { priority }: RouteRank, actionAt: (place: string) => ActionIntent): void {
    const place = `${this.node.path}, ${verb} of "${hostname}"`;
    requireNone({ priority }, `${place}: handles the remaining requests of the hostname`, 'set priority in the traffic of an exposed service');
    const rule = { name: REST, alternatives: [], ...actionAt(place) };
    this._expose({ hostname, name: verb, priority: 0, alternatives: [], rules: () => [rule] });
  }

  private createIstioGateway(name: string, props: IngressGatewayProps, listeners: ListenerIntent[]): undefined {
    const { path } = this.node;
    const { gatewayClass, grantedNamespaces, routesFromAllNamespaces, podLabels = POD_LABELS } = props;
    requireNone({ gatewayClass, grantedNamespaces, routesFromAllNamespaces }, `${path}: the mesh runs no pods for a gateway of the Istio API, and routes do not attach to it`, 'set api: GatewayApi.KUBERNETES');
    requirePods(podLabels, POD_LABELS.istio, path);
    claimListeners(this, listeners, podLabels);
    const { account, pods: { namespace } } = this.workload;
    addInstalledGateway(this, { kind: 'ingress', name, namespace, podLabels: { ...podLabels }, account });
    Mesh.of(this)._provider.gateway(this, name, { podLabels: { ...podLabels }, listeners });
  }

  private createKubernetesGateway(name: string, props: IngressGatewayProps, listeners: ListenerIntent[]): Attachment {
    const { gatewayClass = GATEWAY_CLASS, grantedNamespaces, routesFromAllNamespaces: isOpen = false } = props;
    const { podLabels, podNamespace, serviceAccount } = props;
    requireNone({ podLabels, podNamespace, serviceAccount }, `${this.node.path}: the mesh runs pods for a gateway of the Kubernetes Gateway API, in its namespace`, 'set api: GatewayApi.ISTIO');
    return createAttachableGateway(this, { name, reference: this.reference, gatewayClass, listeners, isOpen, grantedNamespaces });
  }

  private provideCertificate(ended: EndedTlsIntent, { api, podLabels = POD_LABELS, podNamespace, tls }: IngressGatewayProps): void {
    const { _issuer: issuer } = tls;
    const { namespace } = this._workload();
    if (issuer !== undefined) {
      createGatewayCertificate(this, { namespace, secret: ended.secret, hostnames: this.servedHostnames, issuer });
      return;
    }
    // What nobody has said, a command of the runbook finds out.
    const saidNamespace = api === GatewayApi.KUBERNETES ? namespace : podNamespace;
    provide(this, 'Secret', namespace, ended.secret);
    addCertificateEntry(this, { reference: this.reference, tls: ended, hostnames: this.servedHostnames, podLabels, podNamespace: saidNamespace });
  }
}
