import type { PodMarks } from '../../mesh/private/mesh-provider';
import type { PodIntent, ProxyResourcesIntent } from '../../mesh/private/pod-intent';
import type { TrafficCapture } from '../../mesh/traffic-capture';
import { durationText } from './duration-text';

/** What Istio's injector reads on a pod. */
export function podMarks({ capture = {}, resources, shutdownTime }: PodIntent): PodMarks {
  const said = {
    ...resourcesMarks(resources),
    ...captureMarks(capture),
    'proxy.istio.io/config': shutdownTime && JSON.stringify({ holdApplicationUntilProxyStarts: true, terminationDrainDuration: durationText(shutdownTime) }),
  };
  const annotations = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return { annotations: Object.fromEntries(annotations), labels: { 'sidecar.istio.io/inject': 'true' } };
}

type Marks = Readonly<Record<string, string | undefined>>;

function resourcesMarks(resources: ProxyResourcesIntent | undefined): Marks {
  return {
    'sidecar.istio.io/proxyCPU': resources?.cpu,
    'sidecar.istio.io/proxyCPULimit': resources?.cpuLimit,
    'sidecar.istio.io/proxyMemory': resources?.memory,
    'sidecar.istio.io/proxyMemoryLimit': resources?.memoryLimit,
  };
}

function captureMarks(capture: TrafficCapture): Marks {
  return {
    'sidecar.istio.io/interceptionMode': capture.mode,
    'traffic.sidecar.istio.io/excludeInboundPorts': capture.excludeInboundPorts?.join(','),
    'traffic.sidecar.istio.io/excludeOutboundIPRanges': capture.excludeOutboundRanges?.join(','),
    'traffic.sidecar.istio.io/excludeOutboundPorts': capture.excludeOutboundPorts?.join(','),
    'traffic.sidecar.istio.io/includeOutboundIPRanges': capture.includeOutboundRanges?.join(','),
  };
}
