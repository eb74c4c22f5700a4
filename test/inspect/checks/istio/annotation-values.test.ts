import { problemOfValue } from '../../../../lib/inspect/checks/istio/annotation-values';

const traffic = (name: string): string => `traffic.sidecar.istio.io/${name}`;

test.each([
  ['sidecar.istio.io/interceptionMode', 'NAT', '"NAT" is not REDIRECT, TPROXY or NONE'],
  ['status.sidecar.istio.io/port', '65536', '"65536" is not a port'],
  ['readiness.status.sidecar.istio.io/periodSeconds', '2s', '"2s" is not a whole number'],
  ['readiness.status.sidecar.istio.io/failureThreshold', '4294967296', '"4294967296" is not a whole number'],
  [traffic('includeOutboundIPRanges'), '10.0.0.0/8,10.0.0.1', '"10.0.0.1" is not a range of addresses, such as 10.0.0.0/8'],
  [traffic('includeOutboundIPRanges'), '10.0.0.0/33', '"10.0.0.0/33" is not a range of addresses, such as 10.0.0.0/8'],
  [traffic('excludeOutboundIPRanges'), '*', '"*" is not a range of addresses, such as 10.0.0.0/8'],
  [traffic('includeInboundPorts'), '80,web', '"web" is not a port'],
  [traffic('excludeInboundPorts'), '*', '"*" is not a port'],
  [traffic('excludeOutboundPorts'), '80,', '"" is not a port'],
  [traffic('excludeInterfaces'), 'eth0,', '"" is not the name of a network interface'],
  ['istio.io/reroute-virtual-interfaces', 'a-name-that-is-too-long', '"a-name-that-is-too-long" is not the name of a network interface'],
  ['prometheus.istio.io/merge-metrics', 'yes', '"yes" is not true or false'],
  ['sidecar.istio.io/proxyCPU', '100 m', '"100 m" is not a quantity, such as 100m or 128Mi'],
  ['sidecar.istio.io/proxyMemory', '', '"" is not a quantity, such as 100m or 128Mi'],
])('%s takes no %j', (annotation, value, expected) => {
  expect(problemOfValue(annotation, value)).toBe(expected);
});

test.each([
  ['sidecar.istio.io/interceptionMode', 'TPROXY'],
  ['status.sidecar.istio.io/port', ' 0 '],
  ['readiness.status.sidecar.istio.io/periodSeconds', '2'],
  [traffic('includeOutboundIPRanges'), '*'],
  [traffic('includeOutboundIPRanges'), ''],
  [traffic('excludeOutboundIPRanges'), '10.0.0.0/8,2001:db8::/32'],
  [traffic('includeInboundPorts'), '80, 443'],
  [traffic('includeInboundPorts'), '*'],
  [traffic('excludeInterfaces'), 'eth0, net1'],
  ['prometheus.istio.io/merge-metrics', 'F'],
  ['sidecar.istio.io/proxyMemory', '128Mi'],
  ['sidecar.istio.io/proxyCPU', '0.5'],
  ['sidecar.istio.io/logLevel', 'anything'],
])('%s takes %j', (annotation, value) => {
  expect(problemOfValue(annotation, value)).toBeUndefined();
});
