import { Mesh } from '../mesh/mesh';
import type { MeshProvider } from '../mesh/private/mesh-provider';
import { IstioRelease } from './istio-release';
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
   * The release that everything is rendered for.
   *
   * @default IstioRelease.V1_30
   */
  readonly release?: IstioRelease;
  /**
   * The domain of the workloads' identities.
   *
   * @default "cluster.local"
   */
  readonly trustDomain?: string;
}

/** Istio as the mesh that things are rendered for. */
export class Istio extends Mesh {
  /** An Istio mesh. Renders nothing; tell it to an app: `Istio.mesh().applyTo(app)`. */
  public static mesh(props: IstioMeshProps = {}): Mesh {
    return new Istio(props);
  }

  /** The release that everything is rendered for. */
  public readonly release: IstioRelease;
  private readonly provider: MeshProvider;

  private constructor({ clusterDomain = 'cluster.local', release = IstioRelease.V1_30, trustDomain = 'cluster.local' }: IstioMeshProps) {
    super(clusterDomain, trustDomain);
    this.release = release;
    this.provider = new IstioProvider(release);
  }

  public get description(): string {
    return `Istio ${this.release}`;
  }

  /** @internal */
  public get _provider(): MeshProvider {
    return this.provider;
  }
}
