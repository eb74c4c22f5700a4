import { DaemonSet, Deployment, StatefulSet, Workload } from 'cdk8s-plus-28';
import type { Arrival, DestinationIntent } from './private/intent';
import { IRouteTarget } from './route-target';
import { TrafficPolicy } from './traffic-policy';
import { Weight } from './weight';
import { WeightedTarget } from './weighted-target';

/** One version of a service: some of its pods, to which routes can send requests. `MeshService.addVersion` makes one. */
export class ServiceVersion implements IRouteTarget {
  /** @internal */
  public static _of(name: string, details: VersionDetails): ServiceVersion {
    return new ServiceVersion(name, details);
  }

  /** Name of the version: the value of the label `version` on its pods. */
  public readonly name: string;
  /** How callers make connections to it, where that is not as the service says. */
  public readonly policy: TrafficPolicy;

  private constructor(name: string, private readonly details: VersionDetails) {
    this.name = name;
    this.policy = TrafficPolicy._of({ place: details.place, begin: details.begin });
  }

  /** Labels by which its pods differ from those of other versions. */
  public get labels(): { [name: string]: string } {
    return { ...this.details.labels };
  }

  /** The DaemonSet behind it; undefined when somebody else deploys it, or when it is something else. */
  public get daemonSet(): DaemonSet | undefined {
    const { workload } = this.details;
    return workload instanceof DaemonSet ? workload : undefined;
  }

  /** The Deployment behind it; undefined when somebody else deploys it, or when it is something else. */
  public get deployment(): Deployment | undefined {
    const { workload } = this.details;
    return workload instanceof Deployment ? workload : undefined;
  }

  /** The StatefulSet behind it; undefined when somebody else deploys it, or when it is something else. */
  public get statefulSet(): StatefulSet | undefined {
    const { workload } = this.details;
    return workload instanceof StatefulSet ? workload : undefined;
  }

  /** One of its ports as a target of routes, whichever port the requests come to. @throws when the service has no such port */
  public atPort(port: number): IRouteTarget {
    return this.details.atPort(port, this);
  }

  /** The version with its share in a split. */
  public weighted(weight: Weight): WeightedTarget {
    return new WeightedTarget(this, weight);
  }

  /** @internal */
  public _destinations(arrival?: Arrival): readonly DestinationIntent[] {
    this.details.use();
    return [{ ...this.details.destination(arrival), subset: this.name, versionHost: this.details.host() }];
  }
}

interface VersionDetails {
  readonly labels: Readonly<Record<string, string>>;
  readonly workload?: Workload;
  /** path of the construct, and which version of it */
  readonly place: string;
  /** a host that stands for the version alone; undefined: there is none */
  readonly host: () => string | undefined;
  /** the whole service as a destination */
  readonly destination: (arrival?: Arrival) => DestinationIntent;
  /** a target at one port of the service */
  readonly atPort: (port: number, target: IRouteTarget) => IRouteTarget;
  /** makes the object that tells versions apart */
  readonly use: () => void;
  /** makes that object, and the rules, without which nothing is sent to a version as such */
  readonly begin: () => void;
}
