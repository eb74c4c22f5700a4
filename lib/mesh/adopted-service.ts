import { Construct } from 'constructs';
import { ICaller } from './caller';
import { MeshServiceBase, MeshServiceBaseProps } from './mesh-service-base';
import type { CallerIntent } from './private/access/caller-intent';
import { checkPodLabels } from './private/pods/pod-labels';
import { provide } from './private/provides';
import type { WorkloadIntent } from './private/workload-intent';
import { ServiceVersion } from './service-version';

/** A service that somebody else deploys, Helm for example. */
export interface AdoptedServiceProps extends MeshServiceBaseProps {
  /**
   * Labels of all its pods, as its Service selects them.
   *
   * @default - not known, so that whoever deploys them says who may call, and no gateway of the Kubernetes Gateway API can tell versions apart
   */
  readonly podLabels?: { [name: string]: string };
  /**
   * Name of the account that its pods run as, and by which other services know them.
   *
   * @default - not known, so that nobody can let it in
   */
  readonly serviceAccount?: string;
}

/** A service that somebody else deploys, and whose mesh side is ours. `MeshService.adopt` makes one; it renders no Service and no pods. */
export class AdoptedService extends MeshServiceBase {
  private readonly podLabels?: Readonly<Record<string, string>>;
  private readonly serviceAccount?: string;

  constructor(scope: Construct, id: string, props: AdoptedServiceProps) {
    super(scope, id, props);
    const { podLabels } = props;
    if (podLabels !== undefined) {
      checkPodLabels(podLabels, `${this.node.path}: podLabels`);
    }
    this.podLabels = podLabels && { ...podLabels };
    this.serviceAccount = props.serviceAccount;
    provide(this, 'Service', this.serviceNamespace, this.serviceName);
    if (this.serviceAccount !== undefined) {
      provide(this, 'ServiceAccount', this.serviceNamespace, this.serviceAccount);
    }
  }

  /**
   * Makes some of its pods a version.
   *
   * @param labels by which these pods differ from the others; by default the label `version` with the name
   */
  public addVersion(name: string, labels: { [name: string]: string } = { version: name }): ServiceVersion {
    return this.register(name, labels);
  }

  /** @internal */
  public override _callers(): readonly CallerIntent[] {
    if (this.serviceAccount === undefined) {
      throw new Error(`${this.node.path}: the service account of its pods is not known here. Name it: serviceAccount: "${this.serviceName}".`);
    }
    return [{ identity: { namespace: this.serviceNamespace, account: this.serviceAccount } }];
  }

  /** @internal */
  public override _workload(): WorkloadIntent {
    if (this.podLabels === undefined) {
      throw new Error(`${this.node.path}: its pods are not known here. Set the labels that its Service selects: podLabels: { app: "${this.serviceName}" }.`);
    }
    return { namespace: this.serviceNamespace, service: this.serviceName, podLabels: this.podLabels, ports: this._ports };
  }

  /** Who may call pods of which nothing is known here, is said by whoever deploys them. @internal */
  protected override _letIn(caller: ICaller, port: number): void {
    if (this.podLabels !== undefined) {
      super._letIn(caller, port);
    }
  }

  /** @internal */
  protected override _takeOver(sender: MeshServiceBase): void {
    if (this.podLabels !== undefined) {
      super._takeOver(sender);
    }
  }

  /** @internal */
  protected override _podLabels(): Readonly<Record<string, string>> | undefined {
    return this.podLabels;
  }
}
