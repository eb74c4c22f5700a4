import { IConstruct } from 'constructs';
import { DefaultAccess } from '../mesh/default-access';
import { Mesh, MeshProps } from '../mesh/mesh';
import { MutualTls } from '../mesh/mutual-tls';
import { requireDnsLabel } from '../mesh/private/dns-label';
import type { MeshProvider } from '../mesh/private/mesh-provider';
import { notExpressible } from '../mesh/private/not-expressible';
import { DataPlaneMode } from './data-plane-mode';
import { IstioRelease } from './istio-release';
import { PathNormalization } from './path-normalization';
import { AmbientProvider } from './private/ambient-provider';
import { USUAL } from './private/istio-installation';
import { IstioProvider } from './private/istio-provider';

/** What an Istio mesh is like. */
export interface IstioMeshProps {
  /**
   * The domain of the cluster's services.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;
  /**
   * Whether the nodes set up the network of pods (`istio-cni`), so that pods need no rights for it.
   *
   * @default - true in ambient mode, which cannot be without, and otherwise false: each pod gets a container that sets up its network
   */
  readonly cni?: boolean;
  /**
   * Who may call services of which nobody has said who may.
   *
   * @default DefaultAccess.DENY
   */
  readonly defaultAccess?: DefaultAccess;
  /**
   * Where the proxies run.
   *
   * @default DataPlaneMode.SIDECAR
   */
  readonly mode?: DataPlaneMode;
  /**
   * Which connections pods take of which nothing else is said.
   *
   * @default MutualTls.STRICT
   */
  readonly mutualTls?: MutualTls;
  /**
   * What proxies do with the paths of requests. A platform of ours has Istio told so; whoever installs Istio otherwise tells it the same
   * (`meshConfig.pathNormalization.normalization`), since it does less by itself, or says here what it does.
   *
   * @default PathNormalization.DECODE_AND_MERGE_SLASHES
   */
  readonly pathNormalization?: PathNormalization;
  /**
   * Full names of hosts that all proxies need, whatever the services call: collectors of traces and logs, and who is asked about requests. What the
   * platform says of these is known in its own environment alone, and a service that says what it `calls` would lose them elsewhere.
   *
   * @default - none
   */
  readonly proxyHosts?: string[];
  /**
   * The release that everything is rendered for.
   *
   * @default IstioRelease.V1_30
   */
  readonly release?: IstioRelease;
  /**
   * The control plane that pods get their proxies from, and that runs gateways of the Kubernetes Gateway API, where there are several: the revision
   * that it was installed as, or a tag of it.
   *
   * @default - the one without a revision, or with the tag `default`
   */
  readonly revision?: string;
  /**
   * The namespace of the control plane, and of what holds in all namespaces.
   *
   * @default "istio-system"
   */
  readonly rootNamespace?: string;
  /**
   * The domain of the workloads' identities.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
}

/** Istio as the mesh that things are rendered for. */
export class Istio extends Mesh {
  /**
   * An Istio mesh. Renders nothing; tell it to an app: `Istio.mesh().applyTo(app)`.
   *
   * @throws when a name is none, or one thing contradicts another
   */
  public static mesh(props: IstioMeshProps = {}): Mesh {
    return new Istio(props);
  }

  /** Whether a mesh is Istio, whichever copy of this package made it. @internal */
  public static _isIstio(mesh: Mesh): mesh is Istio {
    return IS_ISTIO in mesh;
  }

  /** The mesh of what only Istio has. @throws when the mesh is another @internal */
  public static _of(scope: IConstruct, place: string, feature: string): Istio {
    const mesh = Mesh.of(scope);
    if (Istio._isIstio(mesh)) {
      return mesh;
    }
    throw notExpressible({ place, feature, mesh: mesh.description, nearest: 'Only Istio supports it: leave it out, or use Istio.mesh({...}).' });
  }

  /** Whether the nodes set up the network of pods. */
  public readonly cni: boolean;
  /** Where the proxies run. */
  public readonly mode: DataPlaneMode;
  /** What proxies do with the paths of requests. */
  public readonly pathNormalization: PathNormalization;
  /** The release that everything is rendered for. */
  public readonly release: IstioRelease;
  /** The control plane that pods get their proxies from; undefined for the only one. */
  public readonly revision?: string;
  private readonly provider: MeshProvider;

  private constructor(props: IstioMeshProps) {
    super(meshProps(props));
    const { mode = DataPlaneMode.SIDECAR, release = IstioRelease.V1_30, revision } = props;
    const isAmbient = mode === DataPlaneMode.AMBIENT;
    this.cni = props.cni ?? isAmbient;
    this.mode = mode;
    Object.defineProperty(this, IS_ISTIO, { value: true });
    this.pathNormalization = props.pathNormalization ?? PathNormalization.DECODE_AND_MERGE_SLASHES;
    this.release = release;
    this.revision = revision === undefined ? undefined : requireDnsLabel(revision, 'mesh: revision');
    if (isAmbient) {
      requireAmbient(this);
    }
    const sidecars = new IstioProvider(this);
    this.provider = isAmbient ? new AmbientProvider(sidecars, this) : sidecars;
  }

  public get description(): string {
    return `Istio ${this.release}${this.mode === DataPlaneMode.AMBIENT ? ' in ambient mode' : ''}`;
  }

  /** @internal */
  public get _provider(): MeshProvider {
    return this.provider;
  }
}

/** Whichever copy of this package made the mesh. */
const IS_ISTIO = Symbol.for('cdk8s-mesh.Istio');

function meshProps(props: IstioMeshProps): MeshProps {
  const { clusterDomain = USUAL.clusterDomain, rootNamespace = USUAL.rootNamespace, trustDomain = USUAL.trustDomain } = props;
  const { defaultAccess = DefaultAccess.DENY, mutualTls = MutualTls.STRICT, proxyHosts } = props;
  return { clusterDomain, defaultAccess, mutualTls, proxyHosts, rootNamespace, trustDomain };
}

function requireAmbient({ cni, revision }: Istio): void {
  if (!cni) {
    throw new Error('mesh: ambient mode requires istio-cni. Leave out cni: false.');
  }
  if (revision !== undefined) {
    // The label that chooses a revision makes the injector add sidecars, whatever else a namespace says.
    throw new Error(`mesh: in ambient mode, the node proxies serve all pods, whatever their revision, but with "${revision}" pods would get sidecars. Leave out revision.`);
  }
}
