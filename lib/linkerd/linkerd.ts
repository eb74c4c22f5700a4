import { DefaultAccess } from '../mesh/default-access';
import { Mesh } from '../mesh/mesh';
import { MutualTls } from '../mesh/mutual-tls';
import type { MeshProvider } from '../mesh/private/mesh-provider';
import { LinkerdProvider } from './private/linkerd-provider';

/** What a Linkerd mesh is like. */
export interface LinkerdMeshProps {
  /**
   * The domain of the cluster's services.
   *
   * @default "cluster.local"
   */
  readonly clusterDomain?: string;
  /**
   * Whether the nodes set up the network of pods (`linkerd-cni`), so that pods need no rights for it.
   *
   * @default - false: each pod gets a container that sets up its network
   */
  readonly cni?: boolean;
  /**
   * The namespace of the control plane.
   *
   * @default "linkerd"
   */
  readonly rootNamespace?: string;
  /**
   * The domain of the workloads' identities.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
}

/** Linkerd as the mesh that things are rendered for. So far, pods and namespaces take part in it; all else fails by name. */
export class Linkerd extends Mesh {
  /** A Linkerd mesh. Renders nothing; tell it to an app: `Linkerd.mesh().applyTo(app)`. @throws when a name is none */
  public static mesh(props: LinkerdMeshProps = {}): Mesh {
    return new Linkerd(props);
  }

  /** Whether the nodes set up the network of pods. */
  public readonly cni: boolean;
  private readonly provider: MeshProvider;

  private constructor({ clusterDomain = 'cluster.local', cni = false, rootNamespace = 'linkerd', trustDomain = 'cluster.local' }: LinkerdMeshProps) {
    // As it is installed by default.
    super({ clusterDomain, defaultAccess: DefaultAccess.OPEN, mutualTls: MutualTls.PERMISSIVE, rootNamespace, trustDomain });
    this.cni = cni;
    this.provider = new LinkerdProvider(cni);
  }

  public get description(): string {
    return 'Linkerd';
  }

  /** @internal */
  public get _provider(): MeshProvider {
    return this.provider;
  }
}
