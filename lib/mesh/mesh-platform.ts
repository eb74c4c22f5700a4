import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Mesh } from './mesh';
import { MeshNamespace, MeshNamespaceProps } from './mesh-namespace';
import { claim } from './private/claim';
import type { InstallIntent } from './private/platform/install-intent';
import { proxyDefaultsIntent } from './private/platform/proxy-defaults-intent';
import { addCompanion } from './private/runbook/companions';
import { ProxyDefaults } from './proxy-defaults';

/**
 * What exists once in a mesh: its namespaces, and what whoever installs it has to tell it. There is one in an environment, held by the platform
 * team. Renders a `Namespace` for each that is added.
 */
export class MeshPlatform extends Chart {
  private readonly mesh: Mesh;
  private install: InstallIntent = {};

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: Mesh.of(scope).rootNamespace });
    this.mesh = Mesh.of(this);
    const first = claim('platform', this);
    if (first !== this) {
      throw new Error(`${this.node.path}: "${first.node.path}" is the platform here already, and what exists once in a mesh has one owner. Say it there, or give each mesh an environment of its own.`);
    }
    const path = `install/${this.mesh._provider.installFile}`;
    addCompanion(this, { path, content: () => Object.keys(this.installValues).length === 0 ? undefined : this.installValues });
  }

  /**
   * The values with which the mesh is to be installed, as an object of its own. For Istio: those of the Helm chart `istiod`. `MeshApp` writes them
   * to `install/istiod-values.yaml`, beside the objects.
   */
  public get installValues(): { [name: string]: unknown } {
    return { ...this.mesh._provider.installValues(this.install, this.node.path) };
  }

  /**
   * Adds a namespace. It is a construct, made at once: namespaces are rendered in the order in which they are added.
   *
   * @throws when something in the environment renders it already
   */
  public addNamespace(name: string, props: MeshNamespaceProps = {}): MeshNamespace {
    if (this.node.tryFindChild(name) !== undefined) {
      throw new Error(`${this.node.path}: has "${this.node.path}/${name}" already. Add each namespace once, with all that holds for it.`);
    }
    return new MeshNamespace(this, name, props);
  }

  /**
   * Says what holds for the proxies of all pods, unless a pod says something else. It gets into the `installValues`.
   *
   * @throws when that was said before, nothing is said, or the mesh cannot be installed so
   */
  public proxyDefaults(defaults: ProxyDefaults): void {
    if (this.install.proxyDefaults !== undefined) {
      throw new Error(`${this.node.path}: proxyDefaults was said before. Say it once, with all that it shall hold.`);
    }
    const install = { ...this.install, proxyDefaults: proxyDefaultsIntent(defaults, `${this.node.path}, proxyDefaults`) };
    this.mesh._provider.installValues(install, `${this.node.path}, proxyDefaults`);
    this.install = install;
  }
}
