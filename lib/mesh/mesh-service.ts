import { ApiObject } from 'cdk8s';
import { Deployment, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { AdoptedService, AdoptedServiceProps } from './adopted-service';
import { DeployedService, DeployedServiceProps } from './deployed-service';
import { createAccount } from './private/pods/account';
import { createDaemonSet } from './private/pods/daemon-set';
import { createDeployment } from './private/pods/deployment';
import { createGoverningService } from './private/pods/governing-service';
import { claimPods } from './private/pods/pods-owner';
import type { PodsFound } from './private/pods/service';
import { createStatefulSet } from './private/pods/stateful-set';
import { WorkloadDetails } from './private/pods/workload';
import { CONTRACT, requireGiven } from './private/require-given';
import { requireTime } from './private/require-time';
import { ServiceContract } from './service-contract';
import { ServiceReference } from './service-reference';
import { ServiceVersion } from './service-version';
import { WorkloadProps } from './workload-props';
import { WrappedService, WrappedServiceProps } from './wrapped-service';

/** A service that is deployed here. */
export interface MeshServiceProps extends DeployedServiceProps, WorkloadProps {
  /**
   * Whether each node runs one of its pods, as agents do: then each version is a DaemonSet. Whoever calls it from a node is served there.
   *
   * @default false
   */
  readonly everyNode?: boolean;
  /**
   * Whether its pods have names that stay, and can have volumes of their own: then each version is a StatefulSet, and a second Service,
   * `<name>-pods`, gives each pod a host. With `headless`, the one Service that there is does that, also for pods that are not ready yet.
   *
   * @default false
   */
  readonly stateful?: boolean;
  /**
   * Name of the first version.
   *
   * @default "v1"
   */
  readonly version?: string;
}

/**
 * A service with all that belongs to it: an account of its own, a Service, a Deployment or a StatefulSet for each version, and what the mesh has
 * to know. Renders a `ServiceAccount`, a `Service` (two when it is stateful and not headless), and `Deployment`s, `StatefulSet`s or
 * `DaemonSet`s.
 */
export class MeshService extends DeployedService {
  /** Takes over the mesh side of a service that somebody else deploys. */
  public static adopt(scope: Construct, id: string, props: AdoptedServiceProps): AdoptedService {
    return new AdoptedService(scope, id, props);
  }

  /**
   * Gives a Deployment that is written with cdk8s-plus a Service, an account and its mesh side.
   *
   * @throws when it says of itself what a service of the mesh has to say otherwise, or it is that of another service
   */
  public static fromDeployment(scope: Construct, id: string, deployment: Deployment, props: WrappedServiceProps = {}): WrappedService {
    return WrappedService._of(scope, id, deployment, props);
  }

  /** A service of somebody else, as its team has published it: to send requests to, to call, and to let in. */
  public static fromContract(contract: ServiceContract): ServiceReference {
    return ServiceReference._of(requireGiven(contract, CONTRACT, 'MeshService.fromContract'));
  }

  /**
   * A service of somebody else, to send requests to.
   *
   * @param host its full name: `orders.shop.svc.cluster.local`; or a host outside that the mesh knows from somebody else: `api.example.com`,
   * or `example.com.` with a dot at the end if it has two labels
   * @param port the port of the Service
   * @throws when the host is a short name, or the port is none
   */
  public static fromHost(host: string, port: number): ServiceReference {
    return new ServiceReference(host, port);
  }

  private readonly everyNode: boolean;
  private readonly firstProps: WorkloadProps;
  /** gives the pods of a stateful service their hosts */
  private readonly governing?: ApiObject;

  constructor(scope: Construct, id: string, props: MeshServiceProps) {
    super(scope, id, props);
    const { everyNode = false, headless = false, stateful = false, version = 'v1' } = props;
    if (everyNode && stateful) {
      throw new Error(`${this.node.path}: a stateful service has a fixed number of pods, not one per node. Leave out stateful or everyNode.`);
    }
    this.firstProps = props;
    this.everyNode = everyNode;
    createAccount(this._place('account'), this.serviceName);
    this.governing = stateful ? this.governingService(headless) : undefined;
    this.addVersion(version, props);
    if (stateful && this.inMesh) {
      // Its members know each other by name, and so call each other.
      this.access._offer(this);
    }
  }

  /** @internal */
  protected override _accounts(): readonly string[] {
    return [this.serviceName];
  }

  /**
   * Deploys one more version. It gets no requests before a route, a split or `sendTo` sends it some.
   *
   * @param props what is not said is as the first version says it
   */
  public addVersion(name: string, props: WorkloadProps): ServiceVersion {
    this.requireNew(name);
    const said = { ...workloadOf(this.firstProps), ...props };
    const path = `${this.node.path}, version "${name}"`;
    const { serviceName: app } = this;
    const { shutdownTime } = said;
    requireTime(shutdownTime, 'seconds', `${path}: shutdownTime`);
    const details: WorkloadDetails = {
      ...said,
      id: name,
      name: `${app}-${name}`,
      path,
      labels: { app, version: name },
      stamps: { 'app.kubernetes.io/name': app, 'app.kubernetes.io/version': name },
      account: app,
      ports: this._ports,
    };
    const place = this._place('workload');
    const workload = this.createWorkload(place, details);
    claimPods(workload, this.node.path);
    return this._takeIn(name, workload, { shutdownTime });
  }

  /** Where it has no address itself, it gives pods their hosts, and these have to find each other before they are ready. @internal */
  protected override _finds({ everyNode = false, headless = false, stateful = false }: MeshServiceProps): PodsFound {
    if (everyNode) {
      return 'of the node';
    }
    return headless && stateful ? 'all' : super._finds();
  }

  private createWorkload(place: Construct, details: WorkloadDetails): Workload {
    if (this.everyNode) {
      return createDaemonSet(place, details);
    }
    return this.governing === undefined ? createDeployment(place, details) : createStatefulSet(place, details, this.governing);
  }

  /** A second Service without an address would have the same addresses and ports, of which proxies count each to one Service. */
  private governingService(headless: boolean): ApiObject {
    return headless ? this.objects.service : createGoverningService(this._place('service'), this, this._ports);
  }
}

/** What of the props of a service is said of its pods. */
function workloadOf(props: WorkloadProps): WorkloadProps {
  const { args, command, image, env, resources, user, ...others } = props;
  const { liveness, livenessPath, readiness, readinessPath, replicas, shutdownTime, storage, storageGroup } = others;
  const pods = { replicas, shutdownTime, storage, storageGroup };
  return { args, command, image, env, resources, user, liveness, livenessPath, readiness, readinessPath, ...pods };
}
