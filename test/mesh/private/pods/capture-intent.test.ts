import { CaptureMode } from '../../../../lib/mesh/capture-mode';
import { captureIntent } from '../../../../lib/mesh/private/pods/capture-intent';
import { TrafficCapture } from '../../../../lib/mesh/traffic-capture';

test.each<[string, TrafficCapture]>([
  ['a mode', { mode: CaptureMode.TPROXY }],
  ['the first and the last port', { excludeInboundPorts: [1, 65_535], excludeOutboundPorts: [8080] }],
  ['ranges of both families', { includeOutboundRanges: ['0.0.0.0/0', '10.0.0.0/8', '2001:db8::/32'], excludeOutboundRanges: ['192.0.2.7/32', '::1/128'] }],
])('%s is taken as it is said', (_, capture) => {
  expect(captureIntent(capture, 8080, 'shop/web, capture')).toEqual(capture);
});

const RANGE = 'Use a CIDR range, such as "10.0.0.0/8" or "192.0.2.7/32".';

test.each<[string, TrafficCapture]>([
  ['no options are set. Set at least one, such as excludeOutboundPorts.', {}],
  ['no options are set. Set at least one, such as excludeOutboundPorts.', { mode: undefined }],
  ['includeOutboundRanges is empty. Name at least one, or leave it out.', { includeOutboundRanges: [] }],
  ['excludeInboundPorts is empty. Name at least one, or leave it out.', { excludeInboundPorts: [] }],
  ['excludeInboundPorts cannot hold 0. Use whole numbers from 1 to 65535.', { excludeInboundPorts: [9090, 0] }],
  ['excludeOutboundPorts cannot hold 65536. Use whole numbers from 1 to 65535.', { excludeOutboundPorts: [65_536] }],
  ['excludeOutboundPorts cannot hold 1.5. Use whole numbers from 1 to 65535.', { excludeOutboundPorts: [1.5] }],
  ['8080 is the main port of the service, where the mesh would have no effect. Remove it from excludeInboundPorts.', { excludeInboundPorts: [9090, 8080] }],
  ...['10.0.0.0', '10.0.0.0/33', '10.0.0.0/08', '10.0.0.0/8/8', '10.0.0/8', '010.0.0.0/8', '::/129', 'fe80::1%eth0/64', '*', '', '10.0.0.0/8 ', '10.0.0.0/8,11.0.0.0/8']
    .map((range): [string, TrafficCapture] => [`includeOutboundRanges cannot hold "${range}". ${RANGE}`, { includeOutboundRanges: [range] }]),
  [`excludeOutboundRanges cannot hold "example.com". ${RANGE}`, { excludeOutboundRanges: ['example.com'] }],
])('fails: %s', (problem, capture) => {
  expect(() => captureIntent(capture, 8080, 'shop/web, capture')).toThrow(new Error(`shop/web, capture: ${problem}`));
});
