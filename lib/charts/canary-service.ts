import { Chart } from 'cdk8s';
import { Construct } from 'constructs';
import { emptyVersionProblems } from '../delivery/private/empty-versions';
import { addReleaseEntry } from '../delivery/private/release-entry';
import { ReleasePlan } from '../delivery/release-plan';
import { AppProtocol } from '../mesh/app-protocol';
import { Match } from '../mesh/match';
import { MeshNamespace } from '../mesh/mesh-namespace';
import { MeshService } from '../mesh/mesh-service';
import { Percent } from '../mesh/percent';
import { layerOf } from '../mesh/private/routing/layer';
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
   * Which requests get the new version, whatever the plan says, also at stage 0. Of people who try it out; and of everybody outside who knows it,
   * where a gateway leads to the service.
   *
   * @default - Match.header('x-canary', 'true'); none with `forceable: false`, and none where the mesh sees no requests
   */
  readonly force?: Match;
  /**
   * Whether requests can get the new version whatever the plan says. If not, its share is all that it gets, and nothing at stage 0.
   *
   * @default - true where the mesh sees requests
   */
  readonly forceable?: boolean;
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
   * How a client gets to the same version again. Who got the new one keeps it until it gets nothing; who got the proven one is divided once more
   * with the next share. Routes for those who come again are there while both versions get requests.
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
    this.requireOneImage(props);
    this.routeTesters(props);
    const { service, stable, canary } = this;
    const release = { service, stable, canary, mirror: props.mirror, sticky: props.sticky };
    const share = plan._apply(release);
    // Who asks for a new version that is not there by the header of everybody is told so by a 503.
    const led = { share, isForced: props.force !== undefined, isExperiment: props.experiment !== undefined };
    this.node.addValidation({ validate: () => emptyVersionProblems(this.node.path, release, led) });
    addReleaseEntry(this, { service: serviceName, canary: canaryVersion, plan, isForceable: this.isForceable(props) });
  }

  private routeTesters(props: CanaryServiceProps): void {
    const { experiment, plan } = props;
    const { traffic } = this.service;
    const force = this.forceOf(props);
    if (plan._isOver) {
      return;
    }
    if (force !== undefined) {
      traffic.route('forced-canary', force, this.canary, { priority: 2 });
    }
    if (experiment !== undefined) {
      traffic.route('experiment', experiment.experimental, this.canary, { priority: 1 });
      traffic.route('control', experiment.control, this.stable, { priority: 1 });
    }
  }

  private isForceable(props: CanaryServiceProps): boolean {
    return props.experiment !== undefined || this.forceOf(props) !== undefined;
  }

  private forceOf({ force, forceable, protocol = AppProtocol.HTTP }: CanaryServiceProps): Match | undefined {
    if (forceable === false && force !== undefined) {
      throw new Error(`${this.node.path}: force sends requests to "${this.canary.name}" regardless of the plan, but forceable: false forbids that. Leave one of them out.`);
    }
    const isForceable = forceable ?? layerOf(protocol) === 'requests';
    return force ?? (isForceable ? Match.header('x-canary', 'true') : undefined);
  }

  /** Without routes, both versions get requests: who runs something else in one of them wants a share for it. */
  private requireOneImage({ canary: { image }, plan, stable }: CanaryServiceProps): void {
    if (plan._isOver && image !== stable.image) {
      throw new Error(`${this.node.path}: the release has ended, so all pods get requests, but those of "${this.canary.name}" run ${image} and the others ${stable.image}. Use one image for both, apply that, and then end the release.`);
    }
  }
}
