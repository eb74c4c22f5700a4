import { GatewayTls } from '../../../../lib/mesh/gateway-tls';
import { calledAt, ListenerProps, listenersOf } from '../../../../lib/mesh/private/gateways/listeners';
import { TlsVersion } from '../../../../lib/mesh/tls-version';

const SIMPLE = { mode: 'simple', secret: 'shop', minVersion: TlsVersion.V1_2 };

interface Props extends Partial<Omit<ListenerProps, 'tls'>> {
  readonly tls?: GatewayTls;
}

function listeners({ tls = GatewayTls.secret('shop'), ...props }: Props): unknown {
  return listenersOf({ hostnames: ['shop.example.com'], tls: tls._of('edge'), ...props }, 'shop/edge');
}

function ports(props: Props): unknown {
  return (listeners(props) as ReturnType<typeof listenersOf>).map(({ name, port }) => [name, port]);
}

test('[F036] [F037] where TLS is on, plain HTTP is redirected', () => {
  const hostnames = ['shop.example.com'];
  expect(listeners({})).toEqual([
    { name: 'http', port: 80, hostnames, redirects: true },
    { name: 'https', port: 443, hostnames, tls: SIMPLE, redirects: false },
  ]);
});

test('[F035] without TLS there is plain HTTP', () => {
  expect(listeners({ tls: GatewayTls.none(), httpPort: 8080 })).toEqual([{ name: 'http', port: 8080, hostnames: ['shop.example.com'], redirects: false }]);
  expect(ports({ tls: GatewayTls.none(), redirectHttp: false })).toEqual([['http', 80]]);
});

test('[F036] a redirect can be left out, with its port', () => {
  expect(ports({ redirectHttp: false })).toEqual([['https', 443]]);
});

test('[F036] no redirect leads to a port that is not there, unless somebody says that clients see other ones', () => {
  expect(ports({ httpsPort: 8443 })).toEqual([['https', 8443]]);
  expect(ports({ httpsPort: 8443, redirectHttp: true })).toEqual([['http', 80], ['https', 8443]]);
  expect(ports({ httpPort: 8080, httpsPort: 8443, redirectHttp: true })).toEqual([['http', 8080], ['https', 8443]]);
});

test('TLS that is passed on unread is no HTTPS to the gateway', () => {
  expect(ports({ tls: GatewayTls.passthrough() })).toEqual([['http', 80], ['tls', 443]]);
  expect(ports({ tls: GatewayTls.autoPassthrough() })).toEqual([['tls', 15443]]);
  expect(ports({ tls: GatewayTls.autoPassthrough(), httpsPort: 443 })).toEqual([['tls', 443]]);
});

test('[F040] every port has a name of its own', () => {
  const all = [GatewayTls.secret('shop'), GatewayTls.mutual('shop'), GatewayTls.passthrough()].map(tls => ports({ tls }));
  expect(all).toEqual([[['http', 80], ['https', 443]], [['http', 80], ['https', 443]], [['http', 80], ['tls', 443]]]);
});

test.each<[string, Props]>([
  ['without TLS there is no HTTPS, so httpsPort has no effect. Leave it out, or name a certificate: tls: GatewayTls.secret("...").', { tls: GatewayTls.none(), httpsPort: 443 }],
  ['without TLS there is no HTTPS, so redirectHttp has no effect. Leave it out, or name a certificate: tls: GatewayTls.secret("...").', { tls: GatewayTls.none(), redirectHttp: true }],
  ['port 8080 cannot speak both HTTP and HTTPS. Give each its own port.', { httpPort: 8080, httpsPort: 8080, redirectHttp: true }],
  ['a gateway between clusters gets no plain HTTP. Leave redirectHttp and httpPort out.', { tls: GatewayTls.autoPassthrough(), redirectHttp: true }],
  ['a gateway between clusters gets no plain HTTP. Leave redirectHttp and httpPort out.', { tls: GatewayTls.autoPassthrough(), httpPort: 80 }],
  ['nothing is served at httpPort 80, because plain HTTP is not redirected. Leave it out; or set redirectHttp: true, if clients see the two ports as 80 and 443.', { httpPort: 80, redirectHttp: false }],
  ['nothing is served at httpPort 8080, because plain HTTP is not redirected. Leave it out; or set redirectHttp: true, if clients see the two ports as 80 and 443.', { httpPort: 8080 }],
  ['0 is not a valid port. Use a whole number from 1 to 65535.', { httpsPort: 0 }],
  ['65536 is not a valid port. Use a whole number from 1 to 65535.', { httpPort: 65536 }],
  ['80.5 is not a valid port. Use a whole number from 1 to 65535.', { httpPort: 80.5 }],
])('fails: %s', (problem, props) => {
  expect(() => listeners(props)).toThrow(new Error(`shop/edge: ${problem}`));
});

test.each<[string, Props, ReturnType<typeof calledAt>]>([
  ['by HTTPS where TLS ends', {}, { port: 443, scheme: 'https' }],
  ['at a port that others may map', { httpsPort: 8443 }, { port: undefined, scheme: 'https' }],
  ['in nobody knows which way by plain HTTP', { tls: GatewayTls.none() }, undefined],
  ['unread', { tls: GatewayTls.passthrough() }, undefined],
])('clients come %s', (_, props, called) => {
  expect(calledAt(listeners(props) as ReturnType<typeof listenersOf>)).toEqual(called);
});
