import { Duration } from 'cdk8s';
import type { TrafficCapture } from '../../traffic-capture';

/** What a proxy is given, in quantities of Kubernetes. */
export interface ProxyResourcesIntent {
  readonly cpu: string;
  readonly memory: string;
  readonly cpuLimit?: string;
  readonly memoryLimit?: string;
}

/** Files that the proxy sees, from what lies in the namespace of the pod. */
export interface ProxyVolumeIntent {
  readonly name: string;
  readonly kind: 'secret' | 'config-map';
  /** name of the Secret or ConfigMap */
  readonly source: string;
  readonly mountPath: string;
}

/** What the mesh has to know of pods, or one more thing of it. */
export interface PodIntent {
  readonly capture?: TrafficCapture;
  /** whether they take part; if not, nothing else concerns the mesh */
  readonly inMesh?: boolean;
  /** whether the proxy ends when the containers have ended */
  readonly endsWithContainers?: boolean;
  /** at which its containers listen */
  readonly ports?: readonly number[];
  readonly resources?: ProxyResourcesIntent;
  readonly shutdownTime?: Duration;
  /** as which its containers run, as far as somebody says so */
  readonly users?: readonly number[];
  /** all of them */
  readonly volumes?: readonly ProxyVolumeIntent[];
}
