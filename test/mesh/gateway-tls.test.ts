import { GatewayTls } from '../../lib/mesh/gateway-tls';
import { IssuerKind } from '../../lib/mesh/issuer-kind';
import { TlsVersion } from '../../lib/mesh/tls-version';

test('[F037] [F038] TLS ends with the certificate of a Secret that is only named, and speaks 1.2 at least', () => {
  expect(GatewayTls.secret('shop-certificate')._of('edge')).toEqual({ mode: 'simple', secret: 'shop-certificate', minVersion: TlsVersion.V1_2 });
});

test('clients can be asked for a certificate', () => {
  expect(GatewayTls.mutual('shop.example.com')._of('edge')).toEqual({ mode: 'mutual', secret: 'shop.example.com', minVersion: TlsVersion.V1_2 });
});

test('[F038] a certificate can be got by cert-manager, in a Secret with the name of the gateway or another', () => {
  const minVersion = TlsVersion.V1_2;
  const [usual, own] = [GatewayTls.certManager('letsencrypt'), GatewayTls.certManager('team', { issuerKind: IssuerKind.ISSUER, secretName: 'shop', minVersion: TlsVersion.V1_3 })];
  expect([usual, own].map(tls => [tls._of('edge'), tls._issuer])).toEqual([
    [{ mode: 'simple', secret: 'edge-certificate', minVersion }, { name: 'letsencrypt', kind: 'ClusterIssuer' }],
    [{ mode: 'simple', secret: 'shop', minVersion: TlsVersion.V1_3 }, { name: 'team', kind: 'Issuer' }],
  ]);
  expect(GatewayTls.secret('shop')._issuer).toBeUndefined();
});

test('fails on an issuer or a Secret that cannot be', () => {
  expect(() => GatewayTls.certManager('Lets Encrypt'))
    .toThrow(new Error('GatewayTls.certManager("Lets Encrypt"): this is not a valid issuer name. Write only the name, in lowercase: "letsencrypt".'));
  expect(() => GatewayTls.certManager('letsencrypt', { secretName: 'a/b' })).toThrow(/^GatewayTls\.certManager\("a\/b"\): this is not a valid Secret name\./);
});

test('a newer version of TLS can be asked for', () => {
  const minVersion = TlsVersion.V1_3;
  const [ended, mutual] = [GatewayTls.secret('s', { minVersion }), GatewayTls.mutual('s', { minVersion })];
  expect([ended._of('edge'), mutual._of('edge')]).toEqual([{ mode: 'simple', secret: 's', minVersion }, { mode: 'mutual', secret: 's', minVersion }]);
});

test('TLS can be passed on unread, or left out', () => {
  expect([GatewayTls.passthrough()._of('edge'), GatewayTls.autoPassthrough()._of('edge'), GatewayTls.none()._of('edge')])
    .toEqual([{ mode: 'passthrough' }, { mode: 'auto-passthrough' }, undefined]);
});

test.each(['', 'Shop', 'istio-system/shop', 'shop_', '-shop', 'a..b', 'a'.repeat(254)])('fails on %j, which no Secret is called', name => {
  const reason = 'this is not a valid Secret name. Write only the name, in lowercase; its namespace is that of the gateway\'s pods.';
  expect(() => GatewayTls.secret(name)).toThrow(new Error(`GatewayTls.secret("${name}"): ${reason}`));
  expect(() => GatewayTls.mutual(name)).toThrow(new Error(`GatewayTls.mutual("${name}"): ${reason}`));
});

test('fails on a Secret of an authority, in which the mesh looks for no certificate', () => {
  expect(() => GatewayTls.mutual('shop-cacert'))
    .toThrow(new Error('GatewayTls.mutual("shop-cacert"): the mesh reads a Secret with this name only for client CA certificates. Name the Secret with the certificate: "shop".'));
});

test.each<[string, GatewayTls, boolean]>([
  ['edge: passes TLS through, so it sees no requests for "web". Terminate TLS at the gateway: tls: GatewayTls.secret("..."), or expose a port that speaks TLS.', GatewayTls.passthrough(), false],
  ['edge: passes TLS between clusters through to the requested service automatically. Do not expose "web".', GatewayTls.autoPassthrough(), false],
  ['edge: passes TLS between clusters through to the requested service automatically. Do not expose "web".', GatewayTls.autoPassthrough(), true],
  ['edge: has no TLS, but the port of "web" speaks TLS itself. Pass it through: tls: GatewayTls.passthrough(), or expose a port that speaks HTTP.', GatewayTls.none(), true],
  ['edge: terminates TLS, but the port of "web" speaks TLS itself. Pass it through: tls: GatewayTls.passthrough(), or expose a port that speaks HTTP.', GatewayTls.secret('s'), true],
])('fails: %s', (problem, tls, speaksTls) => {
  expect(() => tls._requirePassable({ name: 'web', connections: speaksTls ? () => [] : undefined }, 'edge')).toThrow(new Error(problem));
});

test.each<[string, GatewayTls, boolean]>([
  ['requests without TLS', GatewayTls.none(), false], ['requests whose TLS it ends', GatewayTls.mutual('s'), false], ['TLS that it passes on', GatewayTls.passthrough(), true],
])('a gateway lets %s in', (_, tls, speaksTls) => {
  expect(() => tls._requirePassable({ name: 'web', connections: speaksTls ? () => [] : undefined }, 'edge')).not.toThrow();
});
