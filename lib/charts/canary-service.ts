import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { addReleaseEntry } from '../delivery/private/release-entry';
import { ReleasePlan } from '../delivery/release-plan';
import { AppProtocol } from '../mesh/app-protocol';
import { Match } from '../mesh/match';
import { MeshNamespace } from '../mesh/mesh-namespace';
import { MeshService } from '../mesh/mesh-service';
import { Percent } from '../mesh/percent';
import { ServicePort } from '../mesh/service-port';
import { ServiceVersion } from '../mesh/service-version';
import { Stickiness } from '../mesh/stickiness';
import { WorkloadProps } from '../mesh/workload-props';

/** Which requests take part in an experiment. */
export interface ExperimentProps {
  /** Those that get the stable version. */
  readonly control: Match;
  /** Those that get the canary. */
  readonly experimental: Match;
}

/** A service of which a new version is released. */
export interface CanaryServiceProps {
  /** What runs in the pods of the new version. What is not said is as the stable one says it. */
  readonly canary: WorkloadProps;
  /** How the new version comes to get requests. */
  readonly plan: ReleasePlan;
  /** What runs in the pods of the version that is proven. */
  readonly stable: WorkloadProps;
  /**
   * Name of the new version.
   *
   * @default "v2"
   */
  readonly canaryVersion?: string;
  /**
   * An A/B test: who is told apart gets his version, whatever the plan says.
   *
   * @default - none
   */
  readonly experiment?: ExperimentProps;
  /**
   * Which requests get the new version, whatever the plan says. Of people who try it out.
   *
   * @default Match.header('x-canary', 'true')
   */
  readonly force?: Match;
  /**
   * How many of the requests are copied to the new version, whose answers nobody sees, while it gets none by the plan: at stage 0.
   *
   * @default - none
   */
  readonly mirror?: Percent;
  /**
   * More ports of the service.
   *
   * @default - none
   */
  readonly morePorts?: ServicePort[];
  /**
   * Namespace of the service, which somebody else renders.
   *
   * @default - one of its own, with the name of the service, which is rendered here
   */
  readonly namespace?: string;
  /**
   * The port of the service.
   *
   * @default 8080
   */
  readonly port?: number;
  /**
   * What is spoken there.
   *
   * @default AppProtocol.HTTP
   */
  readonly protocol?: AppProtocol;
  /**
   * Name of the service.
   *
   * @default - the id of the construct
   */
  readonly serviceName?: string;
  /**
   * Name of the version that is proven.
   *
   * @default "v1"
   */
  readonly stableVersion?: string;
  /**
   * How a client gets to the same version again.
   *
   * @default - each request is divided anew
   */
  readonly sticky?: Stickiness;
}

/**
 * One service with two versions, of which the new one is released by a plan. Both are deployed in each state, and known to the mesh: from one state
 * to the next nothing changes but the shares of requests, so that no request goes where nobody is.
 */
export class CanaryService extends Chart {
  /** The new version. */
  public readonly canary: ServiceVersion;
  /** The service. Who calls it, and who may, is said there. */
  public readonly service: MeshService;
  /** The version that is proven. */
  public readonly stable: ServiceVersion;

  constructor(scope: Construct, id: string, props: CanaryServiceProps) {
    const { serviceName = id, namespace = serviceName, port = 8080, protocol, morePorts, stableVersion = 'v1', canaryVersion = 'v2', plan } = props;
    super(scope, id, { namespace });
    if (props.namespace === undefined) {
      new MeshNamespace(this, 'namespace', { namespaceName: namespace });
    }
    this.service = new MeshService(this, serviceName, { ...props.stable, port, protocol, morePorts, version: stableVersion });
    this.stable = this.service.version(stableVersion);
    this.canary = this.service.addVersion(canaryVersion, props.canary);
    this.routeTesters(props);
    plan._apply({ service: this.service, stable: this.stable, canary: this.canary, mirror: props.mirror, sticky: props.sticky });
    addReleaseEntry(this, { service: serviceName, canary: canaryVersion, plan });
  }

  private routeTesters({ experiment, force = Match.header('x-canary', 'true') }: CanaryServiceProps): void {
    const { traffic } = this.service;
    traffic.route('forced-canary', force, this.canary, { priority: 2 });
    if (experiment !== undefined) {
      traffic.route('experiment', experiment.experimental, this.canary, { priority: 1 });
      traffic.route('control', experiment.control, this.stable, { priority: 1 });
    }
  }
}
