import { withLeaving } from '../../../lib/istio/render/leaving-rules';

const LEAVING = { gateway: 'istio-egress/egress', port: 443, destination: { host: 'pay.example.com', port: 80 } };
const TO_PAY = [{ destination: { host: 'pay.example.com', port: { number: 80 } } }];

test('each rule for requests says where it holds, and that of the gateway comes last, without retries of its own', () => {
  const http = [{ name: 'v2', match: [{ port: 80 }, { port: 81 }] }, { name: 'default', route: [] }];
  expect(withLeaving({ hosts: ['pay.example.com'], http }, LEAVING)).toEqual({
    hosts: ['pay.example.com'],
    gateways: ['mesh', 'istio-egress/egress'],
    http: [
      { name: 'v2', match: [{ port: 80, gateways: ['mesh'] }, { port: 81, gateways: ['mesh'] }] },
      { name: 'default', match: [{ gateways: ['mesh'] }], route: [] },
      { name: 'egress', match: [{ gateways: ['istio-egress/egress'], port: 443 }], route: TO_PAY, retries: { attempts: 0 } },
    ],
  });
});

test('each rule for TLS that is passed on says where it holds', () => {
  const tls = [{ match: [{ sniHosts: ['pay.example.com'], port: 443 }], route: [] }];
  expect(withLeaving({ hosts: ['pay.example.com'], tls }, { ...LEAVING, serverName: 'pay.example.com' })).toEqual({
    hosts: ['pay.example.com'],
    gateways: ['mesh', 'istio-egress/egress'],
    tls: [
      { match: [{ sniHosts: ['pay.example.com'], port: 443, gateways: ['mesh'] }], route: [] },
      { match: [{ gateways: ['istio-egress/egress'], port: 443, sniHosts: ['pay.example.com'] }], route: TO_PAY },
    ],
  });
});
