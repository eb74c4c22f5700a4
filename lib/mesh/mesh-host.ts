import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { ICaller } from './caller';
import { ExposeOptions } from './expose-options';
import { IGateway } from './gateway';
import { HostObjects } from './host-objects';
import { Match } from './match';
import { Mesh } from './mesh';
import { requireTogether } from './private/boundary';
import { requireGateway } from './private/gateways/require-gateway';
import { claimHost } from './private/hosts/host-owners';
import { PortIntent, portOf, servicePorts } from './private/hosts/service-ports';
import type { Arrival, DestinationIntent, HostPolicyIntent, LeavingIntent, RuleIntent, SubsetIntent } from './private/intent';
import { policyProblems } from './private/policy/policy-problems';
import { REST } from './private/routing/exposed-rules';
import { hasFault } from './private/routing/fault-intent';
import { isGrpc, layerOf } from './private/routing/layer';
import { requireSeen } from './private/routing/require-seen';
import { once } from './private/settled';
import { Slot } from './private/slot';
import { IRouteTarget } from './route-target';
import { ServicePort } from './service-port';
import { Traffic } from './traffic';

/** What a host is. */
export interface MeshHostProps {
  /** Its full name. */
  readonly host: string;
  /** Name of the objects that are rendered for it. */
  readonly objectName: string;
  /** Its ports, the main one first. */
  readonly ports: ServicePort[];
  /**
   * Whether only callers in the namespace of its chart know of it, and of what is said of it.
   *
   * @default false
   */
  readonly namespaceOnly?: boolean;
}

/**
 * A host of which is said here, and nowhere else, what happens to the requests for it.
 *
 * Its objects come with the first use of what needs them, in the order in which they are applied. The order in which things are said changes
 * nothing.
 */
export abstract class MeshHost extends Construct implements IRouteTarget {
  /** Its full name: `orders.shop.svc.cluster.local`. */
  public readonly host: string;
  /** The objects behind it, for what has no verb. */
  public readonly objects: HostObjects;
  /** What happens to the requests for it. */
  public readonly traffic: Traffic;

  /** The mesh that it is rendered for. */
  protected readonly mesh: Mesh;
  /** @internal */
  protected readonly _ports: readonly PortIntent[];
  /** Name of the objects that are rendered for it. */
  protected readonly objectName: string;
  private readonly policySlot: Slot;
  private readonly rulesSlot: Slot;

  constructor(scope: Construct, id: string, { host, objectName, ports, namespaceOnly: isPrivate = false }: MeshHostProps) {
    super(scope, id);
    const { path } = this.node;
    this.mesh = Mesh.of(this);
    this.host = host;
    this.objectName = objectName;
    this._ports = servicePorts(ports, path);
    claimHost(this, host);
    ['account', 'service', 'workload'].forEach(place => new Construct(this, place));
    const { _provider: provider } = this.mesh;
    this.policySlot = new Slot(this, 'policy', place => provider.hostPolicy(place, objectName, () => ({ isPrivate, ...this.policyIntent() })));
    ['access', 'telemetry', 'proxies'].forEach(place => new Construct(this, place));
    this.rulesSlot = new Slot(this, 'rules', place => provider.hostRules(place, objectName, () => ({ hosts: [host], isPrivate, ...this.traffic._rules(), leaving: this._leaving() })));
    const filled = (slot: Slot): ApiObject => {
      requireSeen(this._ports, path);
      return slot.fill();
    };
    this.objects = HostObjects._of({ construct: this, policy: () => filled(this.policySlot), rules: () => filled(this.rulesSlot) });
    this.traffic = Traffic._of({
      place: path,
      construct: this,
      itself: this,
      host,
      ports: this._ports,
      begin: () => this._begin(),
      beginPolicy: () => this._beginPolicy(),
      stable: () => this._stable(),
    });
    if (provider.repeatsUnsaid && this._ports.some(({ protocol }) => isGrpc(protocol))) {
      this._begin();
    }
    this.node.addValidation({ validate: () => [...this.traffic._problems(), ...policyProblems(this.policyIntent(), this._ports, path)] });
  }

  /** One of its ports as a target of routes, whichever port the requests come to. @throws when it has no such port */
  public atPort(port: number): IRouteTarget {
    portOf(this._ports, port, this.node.path);
    return { _destinations: (arrival?: Arrival) => [this._destinationAt(port, arrival)] };
  }

  /**
   * Lets requests in from outside, by a gateway. They are treated as those from inside: by the same routes, split, timeout and retries. Faults meet
   * them only if that is said.
   *
   * @throws when the gateway does not serve the hostname, cannot pass on what the port speaks, or another service gets the same requests
   */
  public exposeVia(gateway: IGateway, options: ExposeOptions): void {
    requireTogether(this, requireGateway(gateway, this.node.path));
    const { faults = false, hostname, name = this.objectName, path, port = this._ports[0].port } = options;
    const { protocol } = portOf(this._ports, port, this.node.path);
    const layer = layerOf(protocol);
    const rules = once(this, () => this._exposedRules(port).filter(rule => faults || !hasFault(rule)));
    const route = { hostname, name, host: this.host, priority: 0, divide: () => this._divide(), rules };
    if (layer === 'requests') {
      gateway._expose({ ...route, alternatives: path === undefined ? [] : Match.path(path)._alternatives });
      this._letIn(gateway, port);
      return;
    }
    if (layer !== 'named-connections' || path !== undefined) {
      const reason = path === undefined ? 'which does not show the hostname' : 'which hides the path';
      throw new Error(`${this.node.path}: port ${port} speaks ${protocol}, ${reason}. Expose a port that speaks HTTP; or TLS, by hostname only.`);
    }
    gateway._expose({ ...route, alternatives: [], connections: () => this.traffic._destinationsAt(port) });
    this._letIn(gateway, port);
  }

  /** @internal */
  public _destinations(arrival?: Arrival): readonly DestinationIntent[] {
    return [this._destinationAt(this._portFor(arrival), arrival)];
  }

  /** Lets those call it that are said to send requests on to a port of it. @internal */
  protected _letIn(_caller: ICaller, _port: number): void {
    // Of a host outside, nobody here says who may call it.
  }

  /** Makes each version a host of its own, for routes that send to whole hosts alone. @internal */
  protected _divide(): void {
    // Without versions there is nothing to divide.
  }

  /**
   * What a gateway does with the requests that it lets in to a port: what is done with those that come there, unless something in front of the host
   * does that. @internal
   */
  protected _exposedRules(port: number): readonly RuleIntent[] {
    const isServed = this.mesh._provider.front?.serves(this, this.host) === true;
    return isServed ? [{ name: REST, alternatives: [], destinations: [{ host: this.host, port }] }] : this.traffic._requestRules(port);
  }

  /** All of it at one port. @param _arrival where what is sent comes from @internal */
  protected _destinationAt(port: number, _arrival?: Arrival): DestinationIntent {
    return { host: this.host, port };
  }

  /**
   * The port that gets what arrived at one: that of the same number, or else, of what was sent to another host, the main one.
   *
   * @throws when it was sent in another environment
   * @internal
   */
  protected _portFor(arrival?: Arrival): number {
    if (arrival?.from !== undefined) {
      requireTogether(arrival.from, this);
    }
    return arrival?.host === this.host ? arrival.port : this._ports[0].port;
  }

  /** How what is meant for it leaves the mesh by a gateway; undefined: it does not. @internal */
  protected _leaving(): LeavingIntent | undefined {
    return undefined;
  }

  /** Makes the object that holds the rules. @internal */
  protected _begin(): void {
    this.rulesSlot.fill();
  }

  /** Makes the object that says how connections are made, and tells versions apart. @internal */
  protected _beginPolicy(): void {
    this.policySlot.fill();
  }

  /** Where requests go when nothing is said. @internal */
  protected _stable(): IRouteTarget {
    return this;
  }

  /** The versions to tell apart. @internal */
  protected _subsets(): readonly SubsetIntent[] {
    return [];
  }

  private policyIntent(): HostPolicyIntent {
    return { host: this.host, subsets: this._subsets(), ...this.traffic._policy() };
  }
}
