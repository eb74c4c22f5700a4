import { AppProtocol, HostLookup } from '../../../../lib';
import { leavingHost, leavingIntent, throughExit } from '../../../../lib/mesh/private/gateways/leaving-host';
import type { ExternalHostIntent } from '../../../../lib/mesh/private/hosts/external-host-intent';

/** pay.example.com at one port. */
function pay(protocol: AppProtocol): ExternalHostIntent {
  return {
    host: 'pay.example.com',
    ports: [{ port: 80, name: 'main', protocol, targetPort: 443 }],
    lookup: HostLookup.DNS,
    addresses: [],
    endpoints: [],
    isPrivate: false,
  };
}

const EXIT = { gateway: 'istio-egress/egress', host: 'egress.istio-egress.svc.cluster.local', port: 443, subset: 'pay-example-com' };

test.each<[AppProtocol, boolean, boolean]>([
  [AppProtocol.HTTP, false, false],
  [AppProtocol.GRPC_WEB, false, false],
  [AppProtocol.HTTP2, false, true],
  [AppProtocol.GRPC, false, true],
  [AppProtocol.HTTPS, true, false],
  [AppProtocol.TLS, true, false],
])('%s: passed on %s, by HTTP/2 %s', (protocol, isPassed, needsHttp2) => {
  expect(leavingHost(pay(protocol), 'shop/pay')).toEqual({ host: 'pay.example.com', isPassed, needsHttp2 });
});

test('fails where connections name no host', () => {
  expect(() => leavingHost(pay(AppProtocol.REDIS), 'shop/pay')).toThrow(new Error(
    'shop/pay: port 80 speaks redis, whose connections name no host for the gateway to route to. Use a port that speaks HTTP or TLS through the gateway.',
  ));
});

test('the gateway stands in place of the host, and knows which one is meant', () => {
  expect(throughExit({ host: 'pay.example.com', port: 80, weight: 10 }, EXIT)).toEqual({
    host: 'egress.istio-egress.svc.cluster.local', port: 443, subset: 'pay-example-com', weight: 10, outsideHost: 'pay.example.com',
  });
});

test('the gateway sends on to the host, by the name alone where TLS is passed on', () => {
  const leaving = { gateway: 'istio-egress/egress', port: 443, destination: { host: 'pay.example.com', port: 80 } };
  expect(leavingIntent(leavingHost(pay(AppProtocol.HTTP), 'shop/pay'), 80, EXIT)).toEqual(leaving);
  expect(leavingIntent(leavingHost(pay(AppProtocol.TLS), 'shop/pay'), 80, EXIT)).toEqual({ ...leaving, serverName: 'pay.example.com' });
});
