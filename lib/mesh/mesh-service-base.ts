import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ExposeOptions } from './expose-options';
import { IGateway } from './gateway';
import { Match } from './match';
import { Mesh } from './mesh';
import { claimHost } from './private/host-owners';
import type { DestinationIntent, HostPolicyIntent } from './private/intent';
import { requireLabel } from './private/names';
import { namespaceOf } from './private/namespace-of';
import { Slot } from './private/slot';
import { IRouteTarget } from './route-target';
import { ServiceVersion } from './service-version';
import { Traffic } from './traffic';

/** What every service of the mesh needs to say of itself. */
export interface MeshServiceBaseProps {
  /** Name of the Service. */
  readonly serviceName: string;
  /** The port of the Service that routes send to. */
  readonly port: number;
}

/**
 * A service whose mesh side is ours: what happens to the requests for it is said here, and nowhere else.
 *
 * Its objects come with the first use of what needs them, in the order in which they are applied. The order in which things are said changes
 * nothing.
 */
export abstract class MeshServiceBase extends Construct implements IRouteTarget {
  /** Name of the Service. */
  public readonly serviceName: string;
  /** Namespace of the Service. */
  public readonly serviceNamespace: string;
  /** The full name of its host: `orders.shop.svc.cluster.local`. */
  public readonly host: string;
  /** What happens to the requests for it. */
  public readonly traffic: Traffic;

  /** The mesh that it is rendered for. */
  protected readonly mesh: Mesh;
  private readonly knownVersions = new Map<string, ServiceVersion>();
  private readonly port: number;
  private readonly policySlot: Slot;
  private readonly rulesSlot: Slot;

  constructor(scope: Construct, id: string, { serviceName, port }: MeshServiceBaseProps) {
    super(scope, id);
    this.mesh = Mesh.of(this);
    this.serviceName = requireLabel(serviceName, this.node.path);
    this.serviceNamespace = namespaceOf(this);
    this.host = `${this.serviceName}.${this.serviceNamespace}.svc.${this.mesh.clusterDomain}`;
    this.port = port;
    claimHost(this, this.host);
    ['account', 'service', 'workload'].forEach(place => new Construct(this, place));
    const { _provider: provider } = this.mesh;
    this.policySlot = new Slot(this, 'policy', place => provider.hostPolicy(place, this.serviceName, () => this.policyIntent()));
    this.rulesSlot = new Slot(this, 'rules', place => provider.hostRules(place, this.serviceName, () => ({ hosts: [this.host], rules: this.traffic._rules() })));
    this.traffic = Traffic._of({
      place: this.node.path,
      ports: [port],
      begin: () => void this.rulesSlot.fill(),
      beginPolicy: () => void this.policySlot.fill(),
      stable: () => this.stable(),
    });
    this.node.addValidation({ validate: () => [...this.traffic._problems()] });
  }

  /** The versions, in the order in which they were added. */
  public get versions(): ServiceVersion[] {
    return [...this.knownVersions.values()];
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

  /**
   * Lets requests in from outside, by a gateway. They are treated as those from inside: by the same routes, split, timeout and retries.
   *
   * @throws when the gateway does not serve the hostname, or another service gets the same requests
   */
  public exposeVia(gateway: IGateway, { hostname, path }: ExposeOptions): void {
    const alternatives = path === undefined ? [] : Match.path(path)._alternatives;
    gateway._expose({ hostname, name: this.serviceName, priority: 0, alternatives, rules: () => this.traffic._rules() });
  }

  /** @internal */
  public _destinations(): readonly DestinationIntent[] {
    return [{ host: this.host, port: this.port }];
  }

  /** Makes the version known to routes. From the second on, requests go to the first one until something else is said. */
  protected register(name: string, labels: { [name: string]: string }, deployment?: Deployment): ServiceVersion {
    this.requireNew(name);
    const use = (): void => void this.policySlot.fill();
    const begin = (): void => {
      use();
      this.rulesSlot.fill();
    };
    const place = `${this.node.path}, version "${name}"`;
    const version = ServiceVersion._of({ host: this.host, port: this.port, subset: name }, { labels, deployment, place, use, begin });
    this.knownVersions.set(name, version);
    if (this.knownVersions.size > 1) {
      begin();
    }
    return version;
  }

  /** @throws when a version cannot have this name, or one has it already */
  protected requireNew(version: string): void {
    if (this.knownVersions.has(version)) {
      throw new Error(`${this.node.path}: has a version "${version}" already. Give each version a name of its own.`);
    }
    requireLabel(version, this.node.path);
  }

  /** Where requests go that nothing else is said of. What a version says of its connections holds only for what is sent to it as such. */
  private stable(): IRouteTarget {
    const [first, ...others] = this.versions;
    return others.length > 0 || first?.policy._intent() !== undefined ? first : this;
  }

  private policyIntent(): HostPolicyIntent {
    const subsets = this.versions.map(({ name, labels, policy }) => ({ name, labels, policy: policy._intent() }));
    return { host: this.host, subsets, ...this.traffic._policy() };
  }
}
