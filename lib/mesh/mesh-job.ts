import { Cron, Duration } from 'cdk8s';
import { ContainerResources, EnvValue, Workload } from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import { ICaller } from './caller';
import { Mesh } from './mesh';
import type { CallerIntent } from './private/access/caller-intent';
import { membershipProblems } from './private/platform/membership-problems';
import { namespaceOf } from './private/platform/namespace-of';
import { createAccount } from './private/pods/account';
import { changedPods, OwnPods } from './private/pods/changed-pods';
import { createJob, jobLabels, requireJobName } from './private/pods/job';
import { MarkedPods } from './private/pods/marked-pods';
import { useOf } from './private/pods/pod-use';
import { requireCount } from './private/require-count';
import { requireNone } from './private/require-none';
import { requireTime } from './private/require-time';

/** Something that is done once, or from time to time. */
export interface MeshJobProps {
  /**
   * Arguments of the command.
   *
   * @default - those of the image
   */
  readonly args?: string[];
  /**
   * What runs in the container.
   *
   * @default - what the image says
   */
  readonly command?: string[];
  /**
   * Environment variables of the container, besides `POD_NAME` and `POD_NAMESPACE`, which say where it runs.
   *
   * @default - no others
   */
  readonly env?: { [name: string]: EnvValue };
  /** The image of the container, with a tag other than `latest`, or with a digest. */
  readonly image: string;
  /**
   * Whether its pods take part in the mesh. If so, they call services that take only mutual TLS, by a proxy that ends when the container has
   * ended; nodes need Kubernetes 1.29 for that. If not, no proxy keeps them from ending, and those services refuse them.
   */
  readonly inMesh: boolean;
  /**
   * Name of the job, and of its account.
   *
   * @default - the id of the construct
   */
  readonly jobName?: string;
  /**
   * How long what has ended can still be looked at, in whole seconds.
   *
   * @default - until somebody deletes it; with a schedule, the last three that succeeded, and the last that failed
   */
  readonly keepFor?: Duration;
  /**
   * What the container is given, and what it may take.
   *
   * @default - 100m of CPU and 128Mi of memory, at most 500m and 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * How often it is tried again, each time in a new pod.
   *
   * @default 6
   */
  readonly retries?: number;
  /**
   * When it is done. A time that comes while it is still under way is left out, and so is one that is missed by more than five minutes.
   *
   * @default - once, when it is applied
   */
  readonly schedule?: Cron;
  /**
   * How long it may take, with all that is tried again, in whole seconds.
   *
   * @default - as long as it takes
   */
  readonly timeLimit?: Duration;
  /**
   * The time zone of the schedule: `Europe/Berlin`.
   *
   * @default - that of the cluster
   */
  readonly timeZone?: string;
  /**
   * Number of the user that the container runs as, from 1 on. An image that says its user by name needs it, since a name may be that of `root`.
   *
   * @default - what the image says, which has to be a number other than 0
   */
  readonly user?: number;
}

/**
 * Something that is done once, or from time to time, by pods that pass the Pod Security standard `restricted`, under an account of its own. Renders a
 * `ServiceAccount`, and a `Job`, or a `CronJob` where there is a schedule.
 */
export class MeshJob extends Construct implements ICaller {
  /** Name of the job, and of its account. */
  public readonly jobName: string;
  /** The `Job` or `CronJob` of cdk8s-plus. */
  public readonly workload: Workload;

  private readonly inMesh: boolean;
  private readonly namespaceName: string;

  constructor(scope: Construct, id: string, props: MeshJobProps) {
    super(scope, id);
    const { path } = this.node;
    const { inMesh, jobName = id, keepFor, retries, schedule, timeLimit, timeZone } = props;
    const { _provider: provider } = Mesh.of(this);
    const namespaceName = namespaceOf(this);
    this.inMesh = inMesh;
    this.namespaceName = namespaceName;
    this.jobName = requireJobName(jobName, schedule !== undefined, path);
    requireCount(retries, 0, `${path}: retries`);
    requireTime(keepFor, 'seconds', `${path}: keepFor`);
    requireTime(timeLimit, 'seconds', `${path}: timeLimit`);
    if (schedule === undefined) {
      requireNone({ timeZone }, `${path}: has no schedule`, 'set schedule: Cron.daily()');
    }
    createAccount(new Construct(this, 'account'), jobName);
    this.workload = createJob(new Construct(this, 'workload'), props, { name: jobName, path });
    const pods = new MarkedPods(this.workload, path);
    pods.mark(provider.pod({ inMesh, endsWithContainers: inMesh, ...useOf(this.workload) }, path));
    const own = (): OwnPods => ({ inMesh, labels: jobLabels(jobName), place: path, provider, rendered: pods.rendered });
    this.node.addValidation({ validate: () => membershipProblems({ construct: this, namespaceName, pods: [pods], provider }) });
    this.node.addValidation({ validate: () => changedPods(own()) });
  }

  /** @internal */
  public _callers(): readonly CallerIntent[] {
    if (!this.inMesh) {
      throw new Error(`${this.node.path}: its pods have no proxy, so they cannot prove their identity. Set inMesh: true, or name their addresses: Caller.cidr.`);
    }
    return [{ identity: { namespace: this.namespaceName, account: this.jobName } }];
  }
}
