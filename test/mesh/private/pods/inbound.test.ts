import { AppProtocol } from '../../../../lib/mesh/app-protocol';
import { servicePorts } from '../../../../lib/mesh/private/hosts/service-ports';
import { inboundIntent, inboundPorts, requireInbound } from '../../../../lib/mesh/private/pods/inbound';

const PORTS = servicePorts([
  { port: 80, targetPort: 8080 },
  { port: 81, targetPort: 8080, protocol: AppProtocol.TCP },
  { port: 53, protocol: AppProtocol.UDP },
  { port: 9090, protocol: AppProtocol.GRPC },
], 'shop/web');

test('[F116] of nothing said there is nothing, so that the mesh finds out by itself', () => {
  expect(inboundIntent(new Map(), PORTS)).toEqual([]);
});

test('[F116] once one port is said, each is named, once, and not those of UDP', () => {
  expect(inboundIntent(new Map([[8080, { at: 'loopback', port: 8081 }]]), PORTS)).toEqual([
    { port: 8080, name: 'http', protocol: 'http', endpoint: { at: 'loopback', port: 8081 } },
    { port: 9090, name: 'grpc', protocol: 'grpc', endpoint: undefined },
  ]);
  expect(inboundPorts(PORTS).map(({ port }) => port)).toEqual([80, 9090]);
});

test('[F116] fails on a port that nothing comes in at, such as that of the Service, and on one said before', () => {
  expect(() => requireInbound(80, new Map(), PORTS, 'shop/web, inbound')).toThrow(
    new Error('shop/web, inbound: the service sends nothing to port 80 of its pods. Known pod ports: 8080, 9090. Use the targetPort, not the port of the Service.'),
  );
  expect(() => requireInbound(53, new Map(), PORTS.slice(2, 3), 'shop/web, inbound')).toThrow(/Known pod ports: none\./);
  expect(() => requireInbound(8080, new Map([[8080, { at: 'loopback', port: 8080 }]]), PORTS, 'shop/web, inbound')).toThrow(
    new Error('shop/web, inbound: the listener of port 8080 is already set. Set it once.'),
  );
});
