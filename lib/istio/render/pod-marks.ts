import { durationText } from '../../mesh/private/duration-text';
import type { PodMarks } from '../../mesh/private/mesh-provider';
import type { PodIntent, ProxyResourcesIntent, ProxyVolumeIntent } from '../../mesh/private/pods/pod-intent';
import type { TrafficCapture } from '../../mesh/traffic-capture';

/**
 * What Istio's injector reads on a pod. Where a namespace says nothing, there is a webhook for each revision that takes the pods labelled with it
 * and not with `inject: "false"`, and one for the default revision that takes those with `inject: "true"` and no label of a revision
 * (mutatingwebhook.yaml in Istio's chart istio-discovery). So both labels together get a pod its proxy in such a namespace, and in one that
 * says the same.
 */
export function podMarks(intent: PodIntent, revision?: string): PodMarks {
  const { capture = {}, endsWithContainers, inMesh = true, resources, shutdownTime, volumes = [] } = intent;
  if (!inMesh) {
    return { annotations: {}, labels: { 'sidecar.istio.io/inject': 'false' } };
  }
  const said = {
    ...resourcesMarks(resources),
    ...captureMarks(capture),
    ...volumesMarks(volumes),
    'sidecar.istio.io/nativeSidecar': endsWithContainers === true ? 'true' : undefined,
    'proxy.istio.io/config': shutdownTime && JSON.stringify({ holdApplicationUntilProxyStarts: true, terminationDrainDuration: durationText(shutdownTime) }),
  };
  const annotations = Object.entries(said).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const labels = { 'sidecar.istio.io/inject': 'true', ...(revision === undefined ? {} : { 'istio.io/rev': revision }) };
  return { annotations: Object.fromEntries(annotations), labels };
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

/** Either alone would do nothing, or leave a pod without the volume that it mounts. */
function volumesMarks(volumes: readonly ProxyVolumeIntent[]): Marks {
  if (volumes.length === 0) {
    return {};
  }
  return {
    'sidecar.istio.io/userVolume': JSON.stringify(Object.fromEntries(volumes.map(({ name, kind, source }) => (
      [name, kind === 'secret' ? { secret: { secretName: source } } : { configMap: { name: source } }]
    )))),
    'sidecar.istio.io/userVolumeMount': JSON.stringify(Object.fromEntries(volumes.map(({ name, mountPath }) => [name, { mountPath, readOnly: true }]))),
  };
}
