import {
  PodMonitorSpecPodMetricsEndpointsRelabelings, PodMonitorSpecPodMetricsEndpointsRelabelingsAction, ServiceMonitorSpecEndpointsRelabelings,
  ServiceMonitorSpecEndpointsRelabelingsAction,
} from '../../../../imports/monitoring.coreos.com';
import { Relabeling } from './relabeling';

/** As a ServiceMonitor says it. */
export function ofService({ action, ...others }: Relabeling): ServiceMonitorSpecEndpointsRelabelings {
  return { action: action as ServiceMonitorSpecEndpointsRelabelingsAction, ...others };
}

/** As a PodMonitor says it. */
export function ofPod({ action, ...others }: Relabeling): PodMonitorSpecPodMetricsEndpointsRelabelings {
  return { action: action as PodMonitorSpecPodMetricsEndpointsRelabelingsAction, ...others };
}
