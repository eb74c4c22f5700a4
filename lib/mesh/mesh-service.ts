import { Deployment } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AdoptedService, AdoptedServiceProps } from './adopted-service';
import { MeshServiceBase, MeshServiceBaseProps } from './mesh-service-base';
import { createAccount } from './private/account';
import { annotatePods, createDeployment } from './private/deployment';
import { membershipProblems } from './private/membership-problems';
import { addProxyEntry } from './private/proxy-entry';
import { requireTime } from './private/require-time';
import { createService } from './private/service';
import { ProxyTuning } from './proxy-tuning';
import { ServiceReference } from './service-reference';
import { ServiceVersion } from './service-version';
import { WorkloadProps } from './workload-props';

/** A service that is deployed here. */
export interface MeshServiceProps extends MeshServiceBaseProps, WorkloadProps {
  /**
   * Name of the first version.
   *
   * @default "v1"
   */
  readonly version?: string;
}

/**
 * A service with all that belongs to it: an account of its own, a Service, a Deployment for each version, and what the mesh has to know.
 * Renders a `ServiceAccount`, a `Service` and `Deployment`s.
 */
export class MeshService extends MeshServiceBase {
  /** Takes over the mesh side of a service that somebody else deploys. */
  public static adopt(scope: Construct, id: string, props: AdoptedServiceProps): AdoptedService {
    return new AdoptedService(scope, id, props);
  }

  /**
   * A service of somebody else, to send requests to.
   *
   * @param host its full name: `orders.shop.svc.cluster.local`
   * @param port the port of the Service
   */
  public static fromHost(host: string, port: number): ServiceReference {
    return new ServiceReference(host, port);
  }

  /** How the proxies beside its containers run. */
  public readonly proxy: ProxyTuning;

  private readonly deployments: Deployment[] = [];

  constructor(scope: Construct, id: string, props: MeshServiceProps) {
    super(scope, id, props);
    const { version = 'v1' } = props;
    this.proxy = ProxyTuning._of({
      place: this.node.path,
      ports: this._ports.map(({ targetPort }) => targetPort),
      tell: intent => this.deployments.forEach(deployment => annotatePods(deployment, this.mesh._provider.pod(intent, this.node.path))),
    });
    createAccount(this.place('account'), this.serviceName);
    createService(this.place('service'), this.serviceName, this._ports);
    this.addVersion(version, props);
    addProxyEntry(this, this.deployments);
    const inhabitant = { construct: this, namespaceName: this.serviceNamespace, deployments: this.deployments, provider: this.mesh._provider };
    this.node.addValidation({ validate: () => membershipProblems(inhabitant) });
  }

  /** Deploys one more version. It gets no requests before a route, a split or `sendTo` sends it some. */
  public addVersion(name: string, props: WorkloadProps): ServiceVersion {
    this.requireNew(name);
    const { shutdownTime } = props;
    requireTime(shutdownTime, 'seconds', `${this.node.path}, version "${name}": shutdownTime`);
    const labels = { app: this.serviceName, version: name };
    const deployment = createDeployment(this.place('workload'), {
      ...props,
      id: name,
      name: `${this.serviceName}-${name}`,
      labels,
      stamps: { 'app.kubernetes.io/name': this.serviceName, 'app.kubernetes.io/version': name },
      account: this.serviceName,
      ports: this._ports,
      pod: this.mesh._provider.pod({ ...this.proxy._intent(), shutdownTime }, this.node.path),
    });
    this.deployments.push(deployment);
    return this.register(name, { version: name }, deployment);
  }

  private place(id: string): Construct {
    return this.node.findChild(id);
  }
}
