import type { MeshConfig } from '../../imports/istio-mesh-config';
import { Mesh } from '../mesh/mesh';
import { MeshPlatform } from '../mesh/mesh-platform';
import { requireDnsLabel } from '../mesh/private/dns-label';
import { ClusterIdentity } from './cluster-identity';
import { Istio } from './istio';
import { IstioChart } from './istio-chart';
import { IstioProfile } from './istio-profile';
import { installSaid, InstallSaid } from './private/install/install-said';
import { requireKnownValues } from './private/install/known-values';
import { requireProfile } from './private/install/require-profile';
import { isSettings, joined, tidied } from './private/install/settings';
import { wireMeshConfig } from './private/install/wire-mesh-config';
import { chartValues } from './render/chart-values';
import { istioOperator } from './render/istio-operator';

/**
 * What Istio itself is installed with: its mesh configuration, values of its Helm charts, a profile. Renders no object, but the files of a
 * platform in `install/`: `istiod-values.yaml` and others for Helm, and `istio-operator.yaml` for `istioctl install -f`, which say the same.
 *
 * What the mesh knows, as its trust domain, gets in by itself. What is said in words of Istio is written as it was said.
 */
export class IstioInstall {
  /** The installation of a platform; each call speaks of the same. @throws when its mesh is not Istio */
  public static of(platform: MeshPlatform): IstioInstall {
    const mesh = Mesh.of(platform);
    if (!Istio._isIstio(mesh)) {
      throw new Error(`${platform.node.path}: its mesh is ${mesh.description}, which IstioInstall does not support. Set what applies to any mesh on the platform itself, or use Istio.mesh().`);
    }
    return new IstioInstall(platform, mesh);
  }

  private constructor(private readonly platform: MeshPlatform, private readonly mesh: Istio) {}

  /** What `istioctl install -f` reads, as an object of its own; empty when there is nothing to say. */
  public get istioOperator(): { [name: string]: unknown } {
    return { ...istioOperator(this.platform._installAtEnd, this.mesh, this.platform.node.path) };
  }

  /** The values of a chart, as an object of its own; empty when there is nothing to say. */
  public chartValues(chart: IstioChart): { [name: string]: unknown } {
    return { ...chartValues(chart, this.platform._install, this.mesh, this.platform.node.path) };
  }

  /** Says what this cluster is called in a mesh of several. @throws when that was said before, or a name is none */
  public cluster(identity: ClusterIdentity): void {
    this.requireUnsaid('cluster');
    for (const name of ['meshId', 'clusterName', 'network'] as const) {
      requireDnsLabel(identity[name], `${this.place('cluster')}: ${name}`);
    }
    const { clusterName, meshId, network } = identity;
    this.tell('cluster', { cluster: { clusterName, meshId, network } });
  }

  /**
   * Says part of the mesh configuration. More calls add to it.
   *
   * @throws when something was said before, is known to the mesh, or nothing that its release reads
   */
  public meshConfig(config: MeshConfig): void {
    const place = this.place('meshConfig');
    const known = (['rootNamespace', 'trustDomain'] as const).find(name => config[name] !== undefined);
    if (known !== undefined) {
      throw new Error(`${place}: ${known} is set in the mesh, so that every team knows it. Use Istio.mesh({ ${known}: "${config[known]}" }).`);
    }
    const settings = wireMeshConfig(config, this.mesh.release, place);
    if (Object.keys(settings).length === 0) {
      throw new Error(`${place}: no options are set. Set at least one, such as { accessLogFile: "/dev/stdout" }.`);
    }
    this.tell('meshConfig', { meshConfig: joined(this.said.meshConfig ?? {}, settings, place) });
  }

  /** Says what the installation starts from. @throws when that was said before, or contradicts what the mesh is */
  public profile(profile: IstioProfile): void {
    this.requireUnsaid('profile');
    requireProfile(profile, this.mesh, this.place('profile'));
    this.tell('profile', { profile });
  }

  /**
   * Says which revision istiod is installed as, where what pods know by `Istio.mesh({ revision })` is a tag of it.
   *
   * @throws when that was said before, is no name, or pods know of no revision
   */
  public revision(name: string): void {
    this.requireUnsaid('revision');
    requireDnsLabel(name, this.place('revision'));
    if (this.mesh.revision === undefined) {
      throw new Error(`${this.place('revision')}: pods have no revision, so they would get no proxies from "${name}". Use Istio.mesh({ revision: "${name}" }), or a tag of it there.`);
    }
    this.tell('revision', { revision: name });
  }

  /**
   * Says values of a Helm chart, in the names that the chart reads. More calls add to them.
   *
   * @throws when one was said before, has a word of its own, or is nothing that the chart reads
   */
  public values(chart: IstioChart, values: { [name: string]: unknown }): void {
    const place = this.place('values');
    if (!isSettings(values) || Object.keys(values).length === 0) {
      throw new Error(`${place}: no values are set. Use { name: value }, such as { autoscaleMin: 2 }.`);
    }
    requireKnownValues(chart, values, place);
    const before = this.said.values ?? {};
    this.tell('values', { values: { ...before, [chart]: joined(before[chart] ?? {}, tidied(values), place) } });
  }

  private get said(): InstallSaid {
    return installSaid(this.platform._install);
  }

  private tell(verb: string, part: InstallSaid): void {
    this.platform._tell(verb, { product: { ...this.said, ...part } });
  }

  private requireUnsaid(verb: keyof InstallSaid): void {
    if (this.said[verb] !== undefined) {
      throw new Error(`${this.platform.node.path}: ${verb} is already set. Set it once.`);
    }
  }

  private place(verb: string): string {
    return `${this.platform.node.path}, ${verb}`;
  }
}
