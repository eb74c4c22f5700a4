import { Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AccessOptions } from './access-options';
import { ICaller } from './caller';
import { MeshServiceBase, MeshServiceBaseProps } from './mesh-service-base';
import { PodMetrics } from './pod-metrics';
import { calledAt } from './private/access/called-at';
import type { SeenHostIntent } from './private/access/callee-intent';
import type { CallerIntent } from './private/access/caller-intent';
import { requirePort } from './private/hosts/ports';
import type { PodMarks } from './private/mesh-provider';
import { membershipProblems } from './private/platform/membership-problems';
import { changedPods, lostPods } from './private/pods/changed-pods';
import { MarkedPods } from './private/pods/marked-pods';
import { passedPortProblems } from './private/pods/passed-ports';
import type { PodIntent } from './private/pods/pod-intent';
import { useOf } from './private/pods/pod-use';
import type { InboundIntent } from './private/pods/proxies-intent';
import { addProxyEntry } from './private/pods/proxy-entry';
import { createService, PodsFound, servicesIn } from './private/pods/service';
import type { FindsPods } from './private/pods/stray-pods';
import { watchPods } from './private/pods/watched-pods';
import { outsidePolicyProblem } from './private/policy/outside-policy';
import { requireUrlPath } from './private/telemetry/sink-parts';
import type { WorkloadIntent } from './private/workload-intent';
import { ProxyTuning } from './proxy-tuning';
import { ServiceVersion } from './service-version';

/** What every service needs to say whose pods are ours. */
export interface DeployedServiceProps extends MeshServiceBaseProps {
  /**
   * Whether its pods take part in the mesh. Without a proxy beside them, what is said of requests still holds for callers that have one; but
   * nobody encrypts what its pods send, no access rule protects them, and they call no service that takes only mutual TLS.
   *
   * @default true
   */
  readonly inMesh?: boolean;
}

/** A service whose Service is rendered, and whose pods are ours to shape. */
export abstract class DeployedService extends MeshServiceBase {
  /** Whether its pods take part in the mesh. */
  public readonly inMesh: boolean;
  /** How the proxies beside its containers run. */
  public readonly proxy: ProxyTuning;

  private metrics: PodMarks = { annotations: {}, labels: {} };
  private readonly pods: MarkedPods[] = [];

  constructor(scope: Construct, id: string, props: DeployedServiceProps) {
    super(scope, id, props);
    const { headless, inMesh = true } = props;
    const { serviceName: name, mesh: { _provider: provider } } = this;
    this.inMesh = inMesh;
    this.proxy = ProxyTuning._of({
      place: this.node.path,
      hasProxies: inMesh,
      ports: this._ports,
      begin: () => this._outbound.begin(),
      isolate: () => this._outbound.close(),
      tell: intent => this.pods.forEach(pods => pods.mark({ annotations: this.marks(intent).annotations })),
    });
    createService(this._place('service'), { name, app: name, ports: this._ports, headless, finds: this._finds(props) });
    const services = (): FindsPods[] => servicesIn(this._place('service'));
    watchPods(this, () => ({ path: this.node.path, services: services(), workloads: new Set(this.pods.map(({ rendered: { path } }) => path)) }));
    const inhabitant = { construct: this, namespaceName: this.serviceNamespace, pods: this.pods, provider };
    this.node.addValidation({ validate: () => [...membershipProblems(inhabitant), ...this.podProblems(services()), ...this.passedProblems()] });
    if (inMesh) {
      addProxyEntry(this, this.pods);
    }
  }

  /**
   * Says where its containers serve metrics of their own, in all its versions, as annotations `prometheus.io/...` of the pods. Proxies add those
   * metrics to their own at port 15020, where mutual TLS is not asked for; pods without a proxy are asked directly.
   *
   * @throws when that was said before, or the port or the path is none
   */
  public serveMetrics({ port = this._ports[0].targetPort, path: page = '/metrics' }: PodMetrics = {}): void {
    const place = `${this.node.path}, serveMetrics`;
    if (Object.keys(this.metrics.annotations).length > 0) {
      throw new Error(`${place}: is already set, and a pod has one metrics endpoint. Set it once.`);
    }
    requirePort(port, place);
    requireUrlPath(page, place);
    this.metrics = { annotations: { 'prometheus.io/scrape': 'true', 'prometheus.io/port': `${port}`, 'prometheus.io/path': page }, labels: {} };
    this.pods.forEach(pods => pods.mark(this.metrics));
  }

  /** Takes the pods of one more version in: they are marked for the mesh, and routes know them. @internal */
  protected _takeIn(version: string, workload: Workload, intent: PodIntent = {}): ServiceVersion {
    const { path } = this.node;
    const pods = new MarkedPods(workload, `${path}, version "${version}"`);
    pods.mark({ labels: { app: this.serviceName, version } });
    pods.mark(this.metrics);
    const { ports, users } = useOf(workload);
    pods.mark(this.marks({ ...this.proxy._intent(), ...intent, ports: [...this._ports.map(({ targetPort }) => targetPort), ...ports], users }));
    this.pods.push(pods);
    return this.register(version, { version }, workload);
  }

  /** Which of its pods can be found by name. @internal */
  protected _finds(_props?: DeployedServiceProps): PodsFound {
    return 'ready';
  }

  /** @throws when it lets in everybody, whom nobody could keep out @internal */
  public override _calledBy(caller: ICaller, options: AccessOptions): SeenHostIntent {
    if (!this.inMesh) {
      throw new Error(`${calledAt(caller, this)}: the pods of that service have no proxy, so everyone may call them. Call MeshService.fromHost("${this.host}", ${this._ports[0].port}), or leave out inMesh: false.`);
    }
    return super._calledBy(caller, options);
  }

  /** @internal */
  public override _callers(): readonly CallerIntent[] {
    if (!this.inMesh) {
      throw new Error(`${this.node.path}: its pods have no proxy, so they cannot prove their identity. Leave out inMesh: false, or name their addresses: Caller.cidr.`);
    }
    return this._accounts().map(account => ({ identity: { namespace: this.serviceNamespace, account } }));
  }

  /** @internal */
  public override _workload(): WorkloadIntent {
    if (!this.inMesh) {
      throw new Error(`${this.node.path}: its pods have no proxy, which is needed for this. Leave out inMesh: false.`);
    }
    return { namespace: this.serviceNamespace, service: this.serviceName, podLabels: { app: this.serviceName }, ports: this._ports };
  }

  /** @internal */
  protected override _inbound(): readonly InboundIntent[] {
    return this.proxy._inbound();
  }

  /** Names of the accounts that its pods run as. @internal */
  protected abstract _accounts(): readonly string[];

  /** @internal */
  protected override _takeOver(sender: MeshServiceBase): void {
    if (this.inMesh) {
      super._takeOver(sender);
    }
  }

  /** What has no proxy is protected by nobody. @internal */
  protected override _letIn(caller: ICaller, port: number): void {
    if (this.inMesh) {
      super._letIn(caller, port);
    }
  }

  /** Where objects of a kind are made. @internal */
  protected _place(id: string): Construct {
    return this.node.findChild(id);
  }

  /** @internal */
  protected override _beginPolicy(): void {
    const problem = this.inMesh ? undefined : outsidePolicyProblem(this._policies());
    if (problem !== undefined) {
      throw new Error(`${this.node.path}: ${problem}`);
    }
    super._beginPolicy();
  }

  /** @internal */
  protected override _podLabels(): Readonly<Record<string, string>> {
    return { app: this.serviceName };
  }

  private podProblems(services: readonly FindsPods[]): string[] {
    const { inMesh, mesh: { _provider: provider }, node: { path } } = this;
    const own = this.pods.map(({ place, rendered }, index) => {
      const labels = { ...this._podLabels(), ...this.versions[index].labels };
      return { inMesh, labels, place, provider, rendered };
    });
    return [...own.flatMap(changedPods), ...lostPods(services, own, path)];
  }

  private passedProblems(): string[] {
    const { access: { _rules: rules }, node: { path: place }, proxy: { _passed: passed }, _ports: ports } = this;
    return passedPortProblems({ place, passed, ports, modesAt: asked => rules.modesAt(asked), said: action => rules.said(action) });
  }

  private marks(intent: PodIntent): PodMarks {
    return this.mesh._provider.pod({ ...intent, inMesh: this.inMesh }, this.node.path);
  }
}
