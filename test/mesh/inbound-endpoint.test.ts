import { InboundEndpoint } from '../../lib/mesh/inbound-endpoint';

test('[F116] a container listens at the loopback address, or at that of its pod', () => {
  expect([InboundEndpoint.loopback(8080), InboundEndpoint.podAddress(9090)].map(({ _intent }) => _intent)).toEqual([
    { at: 'loopback', port: 8080 }, { at: 'pod-address', port: 9090 },
  ]);
});

test('[F116] fails on what is no port', () => {
  expect(() => InboundEndpoint.loopback(0)).toThrow(new Error('InboundEndpoint.loopback: 0 is not a valid port. Use a whole number from 1 to 65535.'));
  expect(() => InboundEndpoint.podAddress(65_536)).toThrow(new Error('InboundEndpoint.podAddress: 65536 is not a valid port. Use a whole number from 1 to 65535.'));
});
