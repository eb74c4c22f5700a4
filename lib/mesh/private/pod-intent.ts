import { Duration } from 'cdk8s';
import type { TrafficCapture } from '../traffic-capture';

/** What a proxy is given, in quantities of Kubernetes. */
export interface ProxyResourcesIntent {
  readonly cpu: string;
  readonly memory: string;
  readonly cpuLimit?: string;
  readonly memoryLimit?: string;
}

/** What the mesh has to know of pods, or one more thing of it. */
export interface PodIntent {
  readonly capture?: TrafficCapture;
  readonly resources?: ProxyResourcesIntent;
  readonly shutdownTime?: Duration;
}
