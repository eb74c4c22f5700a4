import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from './app-protocol';
import { Mesh } from './mesh';
import { MeshHost } from './mesh-host';
import type { Arrival, SubsetIntent } from './private/intent';
import { requireLabel } from './private/names';
import { namespaceOf } from './private/namespace-of';
import { IRouteTarget } from './route-target';
import { ServicePort } from './service-port';
import { ServiceVersion } from './service-version';

/** What every service of the mesh needs to say of itself. */
export interface MeshServiceBaseProps {
  /** The port of the Service, or the main one of several. */
  readonly port: number;
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
export abstract class MeshServiceBase extends MeshHost {
  /** Name of the Service. */
  public readonly serviceName: string;
  /** Namespace of the Service. */
  public readonly serviceNamespace: string;

  private readonly knownVersions = new Map<string, ServiceVersion>();

  constructor(scope: Construct, id: string, { serviceName = id, port, protocol, targetPort, morePorts = [] }: MeshServiceBaseProps) {
    const place = scope.node.path === '' ? id : `${scope.node.path}/${id}`;
    const name = requireLabel(serviceName, place);
    const namespace = namespaceOf(scope, place);
    super(scope, id, {
      host: `${name}.${namespace}.svc.${Mesh.of(scope).clusterDomain}`,
      objectName: name,
      ports: [{ port, protocol, targetPort }, ...morePorts],
    });
    this.serviceName = name;
    this.serviceNamespace = namespace;
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

  /** Makes the version known to routes. From the second on, requests go to the first one until something else is said. */
  protected register(name: string, labels: { [name: string]: string }, deployment?: Deployment): ServiceVersion {
    this.requireNew(name);
    const begin = (): void => {
      this._beginPolicy();
      this._begin();
    };
    const version = ServiceVersion._of(name, {
      labels,
      deployment,
      place: `${this.node.path}, version "${name}"`,
      destination: (arrival?: Arrival) => ({ host: this.host, port: this._portFor(arrival) }),
      atPort: (port, target) => this._atPort(port, target),
      use: () => this._beginPolicy(),
      begin,
    });
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

  /** What a version says of its connections holds only for what is sent to it as such. @internal */
  protected override _stable(): IRouteTarget {
    const [first, ...others] = this.versions;
    return others.length > 0 || first?.policy._intent() !== undefined ? first : this;
  }

  /** @internal */
  protected override _subsets(): readonly SubsetIntent[] {
    return this.versions.map(({ name, labels, policy }) => ({ name, labels, policy: policy._intent() }));
  }
}
