import { Duration } from 'cdk8s';
import { podMarks } from '../../../lib/istio/render/pod-marks';
import { CaptureMode } from '../../../lib/mesh/capture-mode';
import { ProxyResources } from '../../../lib/mesh/proxy-resources';

const LABELS = { 'sidecar.istio.io/inject': 'true' };

test('[F002] a pod of which nothing is said is only labelled for the mesh', () => {
  expect(podMarks({})).toStrictEqual({ annotations: {}, labels: LABELS });
});

test('[F113] resources of a proxy are four annotations, of which those of limits may be missing', () => {
  expect(podMarks({ resources: ProxyResources.STANDARD._intent })).toStrictEqual({
    annotations: {
      'sidecar.istio.io/proxyCPU': '100m',
      'sidecar.istio.io/proxyCPULimit': '500m',
      'sidecar.istio.io/proxyMemory': '128Mi',
      'sidecar.istio.io/proxyMemoryLimit': '512Mi',
    },
    labels: LABELS,
  });
  expect(podMarks({ resources: { cpu: '50m', memory: '64Mi' } }).annotations).toStrictEqual({
    'sidecar.istio.io/proxyCPU': '50m', 'sidecar.istio.io/proxyMemory': '64Mi',
  });
});

test('[F114] what is captured is annotations of text, with commas between', () => {
  expect(podMarks({
    capture: {
      mode: CaptureMode.REDIRECT,
      excludeInboundPorts: [9090, 9091],
      excludeOutboundPorts: [3306],
      excludeOutboundRanges: ['169.254.169.254/32'],
      includeOutboundRanges: ['10.0.0.0/8', '240.0.0.0/4'],
    },
  }).annotations).toStrictEqual({
    'sidecar.istio.io/interceptionMode': 'REDIRECT',
    'traffic.sidecar.istio.io/excludeInboundPorts': '9090,9091',
    'traffic.sidecar.istio.io/excludeOutboundIPRanges': '169.254.169.254/32',
    'traffic.sidecar.istio.io/excludeOutboundPorts': '3306',
    'traffic.sidecar.istio.io/includeOutboundIPRanges': '10.0.0.0/8,240.0.0.0/4',
  });
});

test('[F111] the time to shut down is the proxy\'s time to drain, and a proxy that is waited for at the end is waited for at the start', () => {
  expect(podMarks({ shutdownTime: Duration.minutes(1) }).annotations).toStrictEqual({
    'proxy.istio.io/config': '{"holdApplicationUntilProxyStarts":true,"terminationDrainDuration":"60s"}',
  });
});

test('[F002] a pod outside of the mesh is labelled so, and nothing else concerns its proxy', () => {
  const { _intent: resources } = ProxyResources.SMALL;
  expect(podMarks({ inMesh: false, endsWithContainers: true, resources, shutdownTime: Duration.minutes(1) }, '1-30'))
    .toStrictEqual({ annotations: {}, labels: { 'sidecar.istio.io/inject': 'false' } });
});

test('[F117] volumes are two annotations of JSON, by name', () => {
  expect(podMarks({
    volumes: [
      { name: 'ca', kind: 'config-map', source: 'billing', mountPath: '/etc/ca' },
      { name: 'client', kind: 'secret', source: 'billing-client', mountPath: '/etc/client' },
    ],
  }).annotations).toStrictEqual({
    'sidecar.istio.io/userVolume': '{"ca":{"configMap":{"name":"billing"}},"client":{"secret":{"secretName":"billing-client"}}}',
    'sidecar.istio.io/userVolumeMount': '{"ca":{"mountPath":"/etc/ca","readOnly":true},"client":{"mountPath":"/etc/client","readOnly":true}}',
  });
});

test('[F119] a proxy that ends with its containers is a native sidecar', () => {
  expect(podMarks({ endsWithContainers: true })).toStrictEqual({ annotations: { 'sidecar.istio.io/nativeSidecar': 'true' }, labels: LABELS });
});

test('[F002] a pod of a revision names it beside', () => {
  expect(podMarks({}, '1-30')).toStrictEqual({ annotations: {}, labels: { 'istio.io/rev': '1-30', 'sidecar.istio.io/inject': 'true' } });
});
