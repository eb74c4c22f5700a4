import { IConstruct } from 'constructs';
import { DefaultAccess } from './default-access';
import { MutualTls } from './mutual-tls';
import { requireDnsLabel } from './private/dns-label';
import { requireDnsName } from './private/dns-name';
import { isHostname } from './private/hosts/hostname';
import type { MeshProvider } from './private/mesh-provider';
import { installerMapProblems } from './private/platform/installer-maps';

/** What every mesh has. */
export interface MeshProps {
  /** The domain of the cluster's services: `cluster.local`. */
  readonly clusterDomain: string;
  /** Who may call services of which nobody has said who may. */
  readonly defaultAccess: DefaultAccess;
  /** Which connections pods take of which nothing else is said. */
  readonly mutualTls: MutualTls;
  /**
   * Full names of hosts that all proxies need, whatever the services call: see `proxyHosts` of the mesh.
   *
   * @default - none
   */
  readonly proxyHosts?: string[];
  /** The namespace of the control plane, and of what holds in all namespaces: `istio-system`. */
  readonly rootNamespace: string;
  /** The domain of the workloads' identities: `cluster.local`. */
  readonly trustDomain: string;
}

/**
 * The mesh that things are rendered for: its product, release and domains. A value that renders nothing, so that every team can hold it.
 *
 * `Istio.mesh({...})` makes one. An app is told it once, with `new MeshApp({ mesh })` or `mesh.applyTo(app)`.
 */
export abstract class Mesh {
  /** The mesh of a construct: what the nearest scope above was told. @throws when none was told */
  public static of(scope: IConstruct): Mesh {
    const told = toldAbove(scope)?.mesh;
    if (told === undefined) {
      throw new Error(`${nameOf(scope)}: no mesh is set. Apply one to the app before the first construct of the mesh: Istio.mesh().applyTo(app).`);
    }
    scope.node.scopes.forEach(place => knowledgeOf(place).askedBy ??= nameOf(scope));
    return told;
  }

  /** The same for whoever only looks, after all is said; undefined when none was told. @internal */
  public static _toldTo(scope: IConstruct): Mesh | undefined {
    return toldAbove(scope)?.mesh;
  }

  /** The domain of the cluster's services: `cluster.local`. */
  public readonly clusterDomain: string;
  /** Who may call services of which nobody has said who may. */
  public readonly defaultAccess: DefaultAccess;
  /** Which connections pods take of which nothing else is said. */
  public readonly mutualTls: MutualTls;
  /** Full names of hosts that all proxies need, whatever the services call, such as collectors that the platform names in another repository. */
  public readonly proxyHosts: string[];
  /** The namespace of the control plane, and of what holds in all namespaces: `istio-system`. */
  public readonly rootNamespace: string;
  /** The domain of the workloads' identities: `cluster.local`. */
  public readonly trustDomain: string;

  constructor({ clusterDomain, defaultAccess, mutualTls, proxyHosts = [], rootNamespace, trustDomain }: MeshProps) {
    this.clusterDomain = requireDnsName(clusterDomain, 'mesh: clusterDomain');
    this.defaultAccess = defaultAccess;
    this.mutualTls = mutualTls;
    this.proxyHosts = proxyHosts.map(requireProxyHost);
    this.rootNamespace = requireDnsLabel(rootNamespace, 'mesh: rootNamespace');
    this.trustDomain = requireDnsName(trustDomain, 'mesh: trustDomain');
  }

  /** What it is, in words: `Istio 1.30`. */
  public abstract get description(): string;

  /**
   * Tells a scope its mesh: all that is created below from now on is rendered for it.
   *
   * @throws when the scope was told one before, or something below has asked for its mesh already
   */
  public applyTo(scope: IConstruct): void {
    const place = nameOf(scope);
    const { mesh, askedBy } = knowledgeOf(scope);
    if (mesh !== undefined) {
      throw new Error(`${place}: its mesh is already ${mesh.description}. Apply a mesh to a scope only once.`);
    }
    if (askedBy !== undefined) {
      throw new Error(`${place}: "${askedBy}" was created before the mesh was applied. Call applyTo before the first construct of the mesh.`);
    }
    knowledgeOf(scope).mesh = this;
    const concerns = (construct: IConstruct): boolean => toldAbove(construct)?.mesh === this;
    scope.node.addValidation({ validate: () => installerMapProblems(scope, this._provider.installerMaps, concerns) });
  }

  /** @internal */
  public abstract get _provider(): MeshProvider;
}

/** What a scope has to do with meshes. */
interface Knowledge {
  mesh?: Mesh;
  /** path of a construct in it that has asked for its mesh */
  askedBy?: string;
}

const KNOWLEDGE = Symbol.for('cdk8s-mesh.Mesh');

/** It stands on the scope itself, so that two copies of this package in one program agree. */
function knowledgeOf(scope: IConstruct & { [KNOWLEDGE]?: Knowledge }): Knowledge {
  return scope[KNOWLEDGE] ??= {};
}

/** What the nearest scope knows that was told a mesh. */
function toldAbove(scope: IConstruct): Knowledge | undefined {
  return [...scope.node.scopes].reverse().map(knowledgeOf).find(({ mesh }) => mesh !== undefined);
}

function requireProxyHost(host: string): string {
  if (!isHostname(host) || host.startsWith('*')) {
    throw new Error(`mesh: proxyHosts: "${host}" is not a full host name. Write it without scheme, port and path, such as "opentelemetry-collector.observability.svc.cluster.local".`);
  }
  return host;
}

function nameOf(scope: IConstruct): string {
  return scope.node.path || 'the app';
}
