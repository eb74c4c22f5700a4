import { Duration } from 'cdk8s';
import { ContainerResources, EnvValue, Probe } from 'cdk8s-plus-28';
import { VolumeClaim } from './volume-claim';

/** What runs in the pods of a version. */
export interface WorkloadProps {
  /** The image of the container, with a tag other than `latest`, or with a digest: what `latest` is changes without a word. */
  readonly image: string;
  /**
   * What the command is told. Kubernetes puts variables in for `$(NAME)`.
   *
   * @default - what the image says
   */
  readonly args?: string[];
  /**
   * The command that the container runs.
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
  /**
   * When the container is restarted. Name the port in it: a probe of cdk8s-plus that names none asks port 80.
   *
   * @default - after 3 failures of GET at `livenessPath`, asked every 10 seconds from the 30th on; a port without HTTP only has to accept
   * connections, and nobody asks one of UDP
   */
  readonly liveness?: Probe;
  /**
   * The path that is asked whether the container has to be restarted, at its main port.
   *
   * @default "/healthz"
   */
  readonly livenessPath?: string;
  /**
   * When the pod gets requests. Name the port in it: a probe of cdk8s-plus that names none asks port 80.
   *
   * @default - while GET at `readinessPath` succeeds, asked every 5 seconds from the 10th on; a port without HTTP only has to accept
   * connections, and a pod with one of UDP gets packets from the start
   */
  readonly readiness?: Probe;
  /**
   * The path that is asked whether the pod can get requests, at its main port.
   *
   * @default "/readyz"
   */
  readonly readinessPath?: string;
  /**
   * How many pods there are.
   *
   * @default - 2, unless something else scales the Deployment; 1 of a stateful service, whose pods do not know of each other by themselves
   */
  readonly replicas?: number;
  /**
   * What a container is given, and what it may take.
   *
   * @default - 100m of CPU and 128Mi of memory, at most 500m and 512Mi
   */
  readonly resources?: ContainerResources;
  /**
   * How long the container takes at most to end the requests under way, once it is told to stop; whole seconds. The proxy serves it that long,
   * and serves it before the container starts; Kubernetes kills the pod 15 seconds later.
   *
   * @default - as the mesh is configured, 5 seconds if it is not; Kubernetes kills the pod after 30
   */
  readonly shutdownTime?: Duration;
  /**
   * Volumes that each pod has for itself, and keeps when it is replaced. Only of a service that says `stateful: true`.
   *
   * @default - none
   */
  readonly storage?: VolumeClaim[];
  /**
   * Number of the group that owns the files of its storage, and that its containers are members of.
   *
   * @default 65532
   */
  readonly storageGroup?: number;
  /**
   * Number of the user that the container runs as, from 1 on. An image that says its user by name needs it, since a name may be that of `root`.
   *
   * @default - what the image says, which has to be a number other than 0
   */
  readonly user?: number;
}
