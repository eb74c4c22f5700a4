import { Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { Access } from './access';
import { AccessOptions } from './access-options';
import { AppProtocol } from './app-protocol';
import { ICallee } from './callee';
import { ICaller } from './caller';
import { Mesh } from './mesh';
import { MeshHost } from './mesh-host';
import { askedHosts } from './private/access/asked-hosts';
import { calledAt } from './private/access/called-at';
import type { SeenHostIntent } from './private/access/callee-intent';
import type { CallerIntent } from './private/access/caller-intent';
import { cancelledCalls } from './private/access/cancelled-calls';
import { OutboundHosts } from './private/access/outbound-hosts';
import { admittedPast, passedFront, sentPast } from './private/access/passed-front';
import { requireSame } from './private/access/require-same';
import { toldHosts } from './private/access/told-hosts';
import { usualTlsIn } from './private/access/usual-tls';
import { requireFit } from './private/hosts/require-fit';
import { PortIntent, portOf } from './private/hosts/service-ports';
import { VersionHosts } from './private/hosts/version-hosts';
import type { Arrival, DestinationIntent, HostPolicyIntent, SubsetIntent } from './private/intent';
import { requireLabel } from './private/names';
import { pathBelow } from './private/path-below';
import { namespaceOf } from './private/platform/namespace-of';
import { areExclusive } from './private/pods/exclusive-labels';
import { checkPodLabels } from './private/pods/pod-labels';
import type { InboundIntent, ProxiesIntent } from './private/pods/proxies-intent';
import { headlessPolicyProblem } from './private/policy/headless-policy';
import type { TrafficPolicyIntent } from './private/policy/traffic-policy-intent';
import { CALLEE, CONTRACT, requireGiven } from './private/require-given';
import { layerOf } from './private/routing/layer';
import { requireSeen } from './private/routing/require-seen';
import type { WorkloadIntent } from './private/workload-intent';
import { IRouteTarget } from './route-target';
import { ServiceContract } from './service-contract';
import { ServicePort } from './service-port';
import { ServiceVersion } from './service-version';
import { Telemetry } from './telemetry';
import { IWorkload } from './workload';

/** What every service of the mesh needs to say of itself. */
export interface MeshServiceBaseProps {
  /**
   * Whether the Service has no address of its own, so that its name stands for the addresses of all its pods, and each caller picks one itself.
   *
   * @default false
   */
  readonly headless?: boolean;
  /** The port of the Service, or the main one of several. */
  readonly port: number;
  /**
   * Name of that port. It begins with what is spoken there: `grpc-otlp`.
   *
   * @default - what is spoken there
   */
  readonly portName?: string;
  /**
   * More ports of the Service.
   *
   * @default - none
   */
  readonly morePorts?: ServicePort[];
  /**
   * What is spoken at the port.
   *
   * @default AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * Name of the Service.
   *
   * @default - the id of the construct
   */
  readonly serviceName?: string;
  /**
   * The port that the containers listen at.
   *
   * @default - the port of the Service
   */
  readonly targetPort?: number;
}

/** A service of the cluster whose mesh side is ours, with its versions. */
export abstract class MeshServiceBase extends MeshHost implements ICallee, ICaller, IWorkload {
  /** Who may call it. */
  public readonly access: Access;
  /** Name of the Service. */
  public readonly serviceName: string;
  /** Namespace of the Service. */
  public readonly serviceNamespace: string;
  /** What is seen of its requests. */
  public readonly telemetry: Telemetry;

  /** whether it is being asked where its requests go: two services may send to each other */
  private isAsked = false;
  /** whether callers pick the pods themselves @internal */
  public readonly _isHeadless: boolean;
  private readonly judgedSenders = new Set<MeshServiceBase>();
  private readonly knownVersions = new Map<string, ServiceVersion>();
  /** @internal */
  public readonly _outbound: OutboundHosts;
  private readonly usedVersions = new Set<string>();
  private readonly versionHosts: VersionHosts;

  constructor(scope: Construct, id: string, props: MeshServiceBaseProps) {
    const { headless = false, serviceName = id, port, portName, protocol, targetPort, morePorts = [] } = props;
    const place = pathBelow(scope, id);
    const name = requireLabel(serviceName, place);
    const namespace = namespaceOf(scope, place);
    super(scope, id, {
      host: `${name}.${namespace}.svc.${Mesh.of(scope).clusterDomain}`,
      objectName: name,
      ports: [{ port, name: portName, protocol, targetPort }, ...morePorts],
    });
    this._isHeadless = headless;
    this.serviceName = name;
    this.serviceNamespace = namespace;
    this.access = Access._of({
      place: this.node.path,
      scope: this.node.findChild('access'),
      name,
      kind: 'service',
      ports: this._ports,
      pods: () => this._workload(),
      usualTls: () => usualTlsIn(this, namespace),
      judgeAdmitted: caller => admittedPast(this, caller),
    });
    this.telemetry = Telemetry._of({ place: this.node.path, scope: this.node.findChild('telemetry'), name, kind: 'service', pods: () => this._workload() });
    const { _rules: reports } = this.telemetry;
    this._outbound = new OutboundHosts(this, () => this.proxies(), () => [...askedHosts(this), ...reports.sinkHosts(), ...toldHosts(this.versions)]);
    this.versionHosts = new VersionHosts({
      service: this,
      ports: this._ports,
      podLabels: () => this._podLabels(),
      isUsed: version => this.knownVersions.size > 1 || this.usedVersions.has(version),
      hasPolicies: () => this._policies().length > 0,
      policy: version => this.policyOf(version),
    });
  }

  /** The versions, in the order in which they were added. */
  public get versions(): ServiceVersion[] {
    return [...this.knownVersions.values()];
  }

  /**
   * Says that it calls something: it is let in there, for what is said of requests, and its proxies know the host. With the first call they know
   * nothing else any more, but for the control plane.
   *
   * @throws when its pods have no proxy, or it cannot be let in
   */
  public calls(callee: ICallee, options: AccessOptions = {}): void {
    requireGiven(callee, CALLEE, `${this.node.path}, calls`);
    this._workload();
    this._callers();
    const seen = callee._calledBy(this, options);
    this._outbound.add(seen);
    this.node.addValidation({ validate: () => cancelledCalls(this, callee, seen.host) });
  }

  /** @throws when the service differs from what was published of it */
  public keepTo(contract: ServiceContract): void {
    const place = this.node.path;
    const { host, port, protocol } = requireGiven(contract, CONTRACT, `${place}, keepTo`);
    requireSame({ host: [this.host, host] }, place);
    requireSame({ protocol: [portOf(this._ports, port, place).protocol, protocol] }, place);
    const accounts = this._callers().map(({ identity }) => identity?.account);
    requireSame({ serviceAccount: [accounts.join(', '), contract.serviceAccount] }, place);
  }

  /** The version of this name. @throws when there is none */
  public version(name: string): ServiceVersion {
    const found = this.knownVersions.get(name);
    if (found === undefined) {
      const known = this.versions.map(version => `"${version.name}"`).join(', ') || 'none';
      throw new Error(`${this.node.path}: has no version "${name}". Known versions: ${known}. Add it: addVersion("${name}", {...}).`);
    }
    return found;
  }

  /** Makes the version known to routes. From the second on, requests go to the first one until something else is said. */
  protected register(name: string, labels: { [name: string]: string }, workload?: Workload): ServiceVersion {
    this.requireNew(name, labels);
    const use = (): void => {
      this.requireChoice(name);
      requireSeen(this._ports, this.node.path);
      this.usedVersions.add(name);
      this._tellApart();
    };
    const begin = (): void => {
      use();
      this._begin();
    };
    const version = ServiceVersion._of(name, {
      labels,
      workload,
      place: `${this.node.path}, version "${name}"`,
      host: () => this.versionHosts.hostOf(name),
      destination: (arrival?: Arrival) => ({ host: this.host, port: this._portFor(arrival) }),
      atPort: (port, target) => {
        portOf(this._ports, port, this.node.path);
        return { _destinations: () => target._destinations({ host: this.host, port }) };
      },
      use,
      begin,
    });
    this.knownVersions.set(name, version);
    this.versionHosts.add(name, labels, this.node.findChild('service'));
    // Of what the mesh does not see, it sends nothing to a version as such.
    if (this.knownVersions.size > 1 && this._ports.some(({ protocol }) => layerOf(protocol) !== 'nothing')) {
      begin();
    }
    return version;
  }

  /** @throws when a version cannot have this name, one has it already, or another could have the same pods */
  protected requireNew(version: string, labels: { [name: string]: string } = { version }): void {
    const { path } = this.node;
    if (this.knownVersions.has(version)) {
      throw new Error(`${path}: already has a version "${version}". Give each version its own name.`);
    }
    requireLabel(version, path);
    checkPodLabels(labels, `${path}, version "${version}"`);
    const rival = this.versions.find(other => !areExclusive(labels, other.labels));
    if (rival !== undefined) {
      throw new Error(`${path}: a pod could belong to both version "${version}" and "${rival.name}", because no label tells them apart. Set labels that differ, such as { version: "${version}" }.`);
    }
    if (this._isHeadless && this.knownVersions.size > 0) {
      this.requireChoice(version);
    }
  }

  /** What is spoken at its ports. @internal */
  public get _protocols(): readonly AppProtocol[] {
    return this._ports.map(({ protocol }) => protocol);
  }

  /** What is said of connections: to the service, to its ports, to its versions. @internal */
  protected _policies(): readonly TrafficPolicyIntent[] {
    const { policy, ports } = this.traffic._policy();
    return [policy, ...ports.values(), ...this.versions.map(version => version.policy._intent())].filter(said => said !== undefined);
  }

  /** @throws when what was said of connections would do nothing @internal */
  protected override _beginPolicy(): void {
    const problem = this._isHeadless ? headlessPolicyProblem(this._policies()) : undefined;
    if (problem !== undefined) {
      throw new Error(`${this.node.path}: ${problem}`);
    }
    super._beginPolicy();
    this.versionHosts.update();
  }

  /** @internal */
  public _calledBy(caller: ICaller, options: AccessOptions): SeenHostIntent {
    this.access._admit(caller, options, calledAt(caller, this));
    this.node.addValidation({ validate: () => passedFront(this, caller) });
    return { host: this.host, namespace: this.serviceNamespace };
  }

  private proxies(): ProxiesIntent {
    return { podLabels: this._workload().podLabels ?? {}, inbound: this._inbound(), rootNamespace: this.mesh.rootNamespace };
  }

  /** What its proxies do with what comes in, where that is said. @internal */
  protected _inbound(): readonly InboundIntent[] {
    return [];
  }

  /** @internal */
  public abstract _callers(): readonly CallerIntent[];

  /** @internal */
  public abstract _workload(): WorkloadIntent;

  /** @internal */
  protected override _portFor(arrival?: Arrival): number {
    const sender = arrival?.from;
    if (sender instanceof MeshServiceBase && sender !== this) {
      this._takeOver(sender);
      this.judgeSender(sender);
    }
    return super._portFor(arrival);
  }

  private judgeSender(sender: MeshServiceBase): void {
    if (!this.judgedSenders.has(sender)) {
      this.judgedSenders.add(sender);
      this.node.addValidation({ validate: () => sentPast(this, sender) });
    }
  }

  /** Who may call a service that sends requests on to this one comes here with them. @internal */
  protected _takeOver(sender: MeshServiceBase): void {
    this.access._passOn(sender.access);
  }

  /** @internal */
  protected override _letIn(caller: ICaller, port: number): void {
    this.access._offer(caller, port);
  }

  /** @internal */
  protected override _divide(): void {
    this.versionHosts.want();
  }

  /** Makes what rules need to send to a version. @internal */
  protected _tellApart(): void {
    if (this.mesh._provider.front === undefined) {
      this._beginPolicy();
    } else {
      this._divide();
    }
  }

  /** Labels for the Services of its versions, those to come included. @internal */
  public _labelVersions(labels: Readonly<Record<string, string>>): void {
    this.versionHosts.label(labels);
  }

  /** One of its ports, by default the main one. @throws when it has no such port @internal */
  public _portAt(port: number = this._ports[0].port, place: string = this.node.path): PortIntent {
    return portOf(this._ports, port, place);
  }

  /** Labels of all its pods; undefined: not known here. @internal */
  protected abstract _podLabels(): Readonly<Record<string, string>> | undefined;

  /** @throws when what was sent to another host would come here, and no proxy could pass it on so @internal */
  protected override _destinationAt(port: number, arrival?: Arrival): DestinationIntent {
    if (arrival !== undefined && arrival.host !== this.host) {
      requireFit(this, { port, isHeadless: this._isHeadless, ports: this._ports }, arrival);
    }
    return super._destinationAt(port, arrival);
  }

  /**
   * What somebody else sends here goes where all goes that no route takes: to be there must not mean to be in use for a new version. Of what arrived
   * here itself, all of the service is meant. @internal
   */
  public override _destinations(arrival?: Arrival): readonly DestinationIntent[] {
    if (arrival === undefined || arrival.host === this.host || this.isAsked) {
      return super._destinations(arrival);
    }
    this._destinationAt(this._portFor(arrival), arrival);
    this.isAsked = true;
    try {
      return this.traffic._destinationsAt(this._portFor(arrival));
    } finally {
      this.isAsked = false;
    }
  }

  /** What a version says of its connections holds only for what is sent to it as such. @internal */
  protected override _stable(): IRouteTarget {
    const [first, ...others] = this.versions;
    return others.length > 0 || first?.policy._intent() !== undefined ? first : this;
  }

  /** @internal */
  protected override _subsets(): readonly SubsetIntent[] {
    return this.versions.map(({ name, labels, policy }) => ({ name, labels, policy: policy._intent() }));
  }

  /** What holds for connections to a version, as if it were a host: it says more than a port does, and a port more than the service. */
  private policyOf(version: string): Omit<HostPolicyIntent, 'host' | 'subsets'> {
    const { policy, ports } = this.traffic._policy();
    const own = this.version(version).policy._intent();
    return { policy: { ...policy, ...own }, ports: new Map([...ports].map(([port, said]) => [port, { ...said, ...own }])) };
  }

  /** @throws when it is the caller who picks the pod, and so the version */
  private requireChoice(version: string): void {
    if (this._isHeadless) {
      throw new Error(`${this.node.path}: is headless, so each caller picks the pod itself, and traffic cannot be sent to version "${version}" only. Leave out headless, or make the version a separate service.`);
    }
  }
}
