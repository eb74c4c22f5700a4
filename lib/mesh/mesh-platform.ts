import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { Access } from './access';
import { DefaultAccess } from './default-access';
import { ExternalAuthorizer } from './external-authorizer';
import { LogSink } from './log-sink';
import { Mesh } from './mesh';
import { MeshNamespace, MeshNamespaceProps } from './mesh-namespace';
import { OutboundAccess } from './outbound-access';
import { denyByDefault } from './private/access/deny-by-default';
import { claim } from './private/claim';
import { compareTexts } from './private/compare-texts';
import { putFirst } from './private/first-children';
import { installedGatewaysOf } from './private/gateways/installed-gateways';
import { serviceOf } from './private/hosts/service-host';
import type { InstallIntent, InstallValues } from './private/platform/install-intent';
import { proxyDefaultsIntent } from './private/platform/proxy-defaults-intent';
import { provide } from './private/provides';
import { AUTHORIZER, LOG_SINK, TRACE_SINK, requireGiven } from './private/require-given';
import { addCompanion } from './private/runbook/companions';
import { addRunbookEntry } from './private/runbook/runbook-entries';
import { addedSinks, NewSink } from './private/telemetry/added-sinks';
import { namedSink } from './private/telemetry/named-sink';
import { judgeSinkHosts } from './private/telemetry/unknown-sink-hosts';
import { ProxyDefaults } from './proxy-defaults';
import { SinkOptions } from './sink-options';
import { Telemetry } from './telemetry';
import { ITraceSink } from './trace-sink';

/**
 * What exists once in a mesh: its namespaces, and what whoever installs it has to tell it. There is one in an environment, held by the platform
 * team. Renders a `Namespace` for each that is added.
 */
export class MeshPlatform extends Chart {
  /** Who may call what is in the mesh. */
  public readonly access: Access;
  /** What is seen of what is in the mesh. */
  public readonly telemetry: Telemetry;

  private readonly mesh: Mesh;
  private install: InstallIntent = {};

  constructor(scope: Construct, id: string) {
    super(scope, id, { namespace: Mesh.of(scope).rootNamespace });
    this.mesh = Mesh.of(this);
    const first = claim('platform', this);
    if (first !== this) {
      throw new Error(`${this.node.path}: "${first.node.path}" is already the platform here, and a mesh has only one. Make the settings there, or give each mesh its own environment.`);
    }
    // What is said of the mesh lies in one of them, perhaps.
    putFirst(this, child => child instanceof MeshNamespace);
    this.access = this.createAccess();
    const pods = { namespace: this.mesh.rootNamespace };
    this.telemetry = Telemetry._of({
      place: this.node.path,
      scope: new Construct(this, 'telemetry'),
      name: 'mesh-default',
      kind: 'mesh',
      pods: () => pods,
      define: (sink, place) => this.define(sink, place),
    });
    const { installFiles } = this.mesh._provider;
    installFiles.forEach(({ name, content }) => addCompanion(this, {
      path: `install/${name}`,
      content: () => unlessEmpty(content(this._installAtEnd, this.node.path)),
    }));
    this.mesh._provider.installEntries(() => this._installAtEnd).forEach(entry => addRunbookEntry(this, entry));
  }

  /**
   * The values with which the mesh is to be installed, as an object of its own. For Istio: those of the Helm chart `istiod`. `MeshApp` writes them
   * to `install/istiod-values.yaml`, beside the objects; whatever else an installer reads lies there, too.
   */
  public get installValues(): { [name: string]: unknown } {
    return { ...this.mesh._provider.installValues(this.install, this.node.path) };
  }

  /** What the mesh says of all that it holds is rendered here. */
  private createAccess(): Access {
    const { defaultAccess, mutualTls, rootNamespace: namespace, _provider: { guards } } = this.mesh;
    const scope = new Construct(this, 'access');
    const access = Access._of({ place: this.node.path, scope, name: 'mesh', kind: 'mesh', pods: () => ({ namespace }), usualTls: () => mutualTls });
    if (guards) {
      access.mutualTls(mutualTls);
    }
    if (guards && defaultAccess === DefaultAccess.DENY) {
      denyByDefault(scope, namespace);
    }
    return access;
  }

  /**
   * Makes somebody known to the mesh who can be asked whether a request may pass. It gets into the `installValues`.
   *
   * @throws when one of this name is known already, or only its name is known here
   */
  public addAuthorizer(authorizer: ExternalAuthorizer): void {
    const { _intent: intent, name } = requireGiven(authorizer, AUTHORIZER, `${this.node.path}, addAuthorizer`);
    const { authorizers = [] } = this.install;
    if (intent === undefined || authorizers.some(known => known.name === name)) {
      const reason = intent === undefined ? 'its address is not known here. Use ExternalAuthorizer.http(...) or .grpc(...)' : 'this name is already in use. Give each its own name';
      throw new Error(`${this.node.path}, addAuthorizer("${name}"): ${reason}.`);
    }
    this.vouchFor(authorizer._host);
    this._tell('addAuthorizer', { authorizers: [...authorizers, intent].sort((a, b) => compareTexts(a.name, b.name)) });
  }

  /**
   * Tells the mesh of a sink for logs, so that it can be named anywhere. `telemetry.logTo` of the platform does so by itself.
   *
   * @throws when another has this name, or only its name is known here
   */
  public addLogSink(sink: LogSink, { byDefault }: SinkOptions = {}): void {
    const place = `${this.node.path}, addLogSink`;
    requireGiven(sink, LOG_SINK, place);
    this.define({ log: namedSink(sink._intent, this, place), byDefault, isNew: true }, place);
  }

  /**
   * Tells the mesh of a sink for traces, so that it can be named anywhere. `telemetry.traceTo` of the platform does so by itself.
   *
   * @throws when another has this name, or only its name is known here
   */
  public addTraceSink(sink: ITraceSink, { byDefault }: SinkOptions = {}): void {
    const place = `${this.node.path}, addTraceSink`;
    this.define({ trace: requireGiven(sink, TRACE_SINK, place)._traceSink(), byDefault, isNew: true }, place);
  }

  /**
   * Adds a namespace. It is a construct, made at once: namespaces are rendered in the order in which they are added.
   *
   * @throws when something in the environment renders it already
   */
  public addNamespace(name: string, props: MeshNamespaceProps = {}): MeshNamespace {
    if (this.node.tryFindChild(name) !== undefined) {
      throw new Error(`${this.node.path}: has "${this.node.path}/${name}" already. Add each namespace once, with all its options.`);
    }
    return new MeshNamespace(this, name, props);
  }

  /**
   * Says where pods can send what goes to no service of the mesh. It gets into the `installValues`, and holds for pods with proxies.
   *
   * @throws when that was said before, or the mesh cannot be installed so
   */
  public outbound(access: OutboundAccess): void {
    if (this.install.outbound !== undefined) {
      throw new Error(`${this.node.path}: outbound is already set. Set it once.`);
    }
    this._tell('outbound', { outbound: access });
  }

  /**
   * Says what holds for the proxies of all pods, unless a pod says something else. It gets into the `installValues`.
   *
   * @throws when that was said before, nothing is said, or the mesh cannot be installed so
   */
  public proxyDefaults(defaults: ProxyDefaults): void {
    if (this.install.proxyDefaults !== undefined) {
      throw new Error(`${this.node.path}: proxyDefaults is already set. Set it once, with all its options.`);
    }
    this._tell('proxyDefaults', { proxyDefaults: proxyDefaultsIntent(defaults, `${this.node.path}, proxyDefaults`) });
  }

  /** Whoever names the host of a service says that it is there. */
  private vouchFor(host = ''): void {
    const service = serviceOf(host);
    if (service !== undefined) {
      provide(this, 'Service', service.namespace, service.name);
    }
  }

  private define(sink: NewSink, place: string): void {
    const { sinks } = this.install;
    this._tell(place.slice(this.node.path.length + 2), { sinks: addedSinks(sinks, sink, place) });
    this.vouchFor((sink.trace ?? sink.log)?.host);
    if (sinks === undefined) {
      judgeSinkHosts(this);
    }
  }

  /** What the installer is told when all is said. @internal */
  public get _installAtEnd(): InstallIntent {
    const gateways = installedGatewaysOf(this);
    return gateways.length === 0 ? this.install : { ...this.install, gateways };
  }

  /** What the installer is told so far. @internal */
  public get _install(): InstallIntent {
    return this.install;
  }

  /** Tells the installer more. @throws when the mesh cannot be installed so; then it is as if nothing was said @internal */
  public _tell(verb: string, part: InstallIntent): void {
    const install = { ...this.install, ...part };
    this.mesh._provider.installFiles.forEach(file => file.content(install, `${this.node.path}, ${verb}`));
    this.install = install;
  }
}

function unlessEmpty(values: InstallValues): InstallValues | undefined {
  return Object.keys(values).length === 0 ? undefined : values;
}
