import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AppProtocol } from './app-protocol';
import { DeployedService, DeployedServiceProps } from './deployed-service';
import { pathBelow } from './private/path-below';
import { portOfContainers, requireSamePorts } from './private/pods/container-ports';
import { claimPods } from './private/pods/pods-owner';
import { complete, giveAccount, requireWrappable } from './private/pods/wrapped-deployment';
import { ServicePort } from './service-port';
import { ServiceVersion } from './service-version';

/** What is said of a service whose first Deployment is there already. */
export interface WrappedServiceProps {
  /**
   * Whether the Service has no address of its own, so that its name stands for the addresses of all its pods, and each caller picks one itself.
   *
   * @default false
   */
  readonly headless?: boolean;
  /**
   * Whether its pods take part in the mesh.
   *
   * @default true
   */
  readonly inMesh?: boolean;
  /**
   * More ports of the Service.
   *
   * @default - none
   */
  readonly morePorts?: ServicePort[];
  /**
   * The port of the Service, or the main one of several.
   *
   * @default - that of the containers
   */
  readonly port?: number;
  /**
   * What is spoken at the port.
   *
   * @default - what the name of the containers' port begins with, such as `grpc-api`; AppProtocol.UDP for one of UDP; otherwise AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * Name of the Service, and value of the label `app` of the pods.
   *
   * @default - the label `app` of the pods, or else the id of the construct
   */
  readonly serviceName?: string;
  /**
   * The port that the containers listen at.
   *
   * @default - the only one that they name
   */
  readonly targetPort?: number;
  /**
   * Name of the first version, and value of the label `version` of the pods.
   *
   * @default - the label `version` of the pods, or else "v1"
   */
  readonly version?: string;
}

/**
 * A service whose Deployments are written with cdk8s-plus; `MeshService.fromDeployment` makes one. What a Deployment says stays as it is. Renders a
 * `Service`, and a `ServiceAccount` where a Deployment names none.
 */
export class WrappedService extends DeployedService {
  /** @internal */
  public static _of(scope: Construct, id: string, deployment: Deployment, props: WrappedServiceProps): WrappedService {
    const { serviceName = deployment.podMetadata.getLabel('app') ?? id, version = versionOf(deployment) ?? 'v1' } = props;
    const place = pathBelow(scope, id);
    const service = new WrappedService(scope, id, { ...props, ...portOfContainers(deployment, props, place), serviceName });
    service.addVersion(version, deployment);
    return service;
  }

  private constructor(scope: Construct, id: string, props: DeployedServiceProps) {
    super(scope, id, props);
  }

  /** @internal */
  protected override _accounts(): readonly string[] {
    const accounts = this.versions.flatMap(({ deployment }) => deployment === undefined ? [] : [deployment.serviceAccount?.name ?? this.serviceName]);
    return [...new Set(accounts)];
  }

  /**
   * Takes in the Deployment of one more version. It gets no requests before a route, a split or `sendTo` sends it some.
   *
   * @throws when its containers listen at other ports than those of the first, or it cannot be wrapped
   */
  public addVersion(name: string, deployment: Deployment): ServiceVersion {
    this.requireNew(name);
    const [first] = this.versions;
    if (first?.deployment !== undefined) {
      requireSamePorts([first.deployment, deployment], this._ports, `${this.node.path}, version "${name}"`);
    }
    claimPods(deployment, this.node.path);
    const { inMesh, serviceName: app, serviceNamespace: namespace } = this;
    const labels = { app, version: name };
    requireWrappable(deployment, { inMesh, labels, namespace }, `${this.node.path}, version "${name}"`);
    const version = this._takeIn(name, deployment);
    complete(deployment, labels, { 'app.kubernetes.io/name': app, 'app.kubernetes.io/version': name });
    giveAccount(deployment, this._place('account'), app);
    return version;
  }
}

function versionOf({ podMetadata }: Deployment): string | undefined {
  return podMetadata.getLabel('version');
}
