import { GatewayTls } from '../../lib/mesh/gateway-tls';
import { TlsVersion } from '../../lib/mesh/tls-version';

test('[F037] [F038] TLS ends with the certificate of a Secret that is only named, and speaks 1.2 at least', () => {
  expect(GatewayTls.secret('shop-certificate')._of('edge')).toEqual({ mode: 'simple', secret: 'shop-certificate', minVersion: TlsVersion.V1_2 });
});

test('clients can be asked for a certificate', () => {
  expect(GatewayTls.mutual('shop.example.com')._of('edge')).toEqual({ mode: 'mutual', secret: 'shop.example.com', minVersion: TlsVersion.V1_2 });
});

test('a newer version of TLS can be asked for', () => {
  const minVersion = TlsVersion.V1_3;
  const [ended, mutual] = [GatewayTls.secret('s', { minVersion }), GatewayTls.mutual('s', { minVersion })];
  expect([ended._of('edge'), mutual._of('edge')]).toEqual([{ mode: 'simple', secret: 's', minVersion }, { mode: 'mutual', secret: 's', minVersion }]);
});

test('TLS can be passed on unread, or left out', () => {
  expect([GatewayTls.passthrough()._of('edge'), GatewayTls.autoPassthrough()._of('edge'), GatewayTls.none()._of('edge')])
    .toEqual([{ mode: 'passthrough' }, { mode: 'auto-passthrough' }, undefined]);
  expect([GatewayTls.passthrough(), GatewayTls.autoPassthrough(), GatewayTls.none(), GatewayTls.secret('s'), GatewayTls.mutual('s')].map(tls => tls._passesOn))
    .toEqual([true, true, false, false, false]);
});

test.each(['', 'Shop', 'istio-system/shop', 'shop_', '-shop', 'a..b', 'a'.repeat(254)])('fails on %j, which no Secret is called', name => {
  const reason = 'no Secret has such a name. Write the name alone, in lower case; its namespace is that of the gateway\'s pods.';
  expect(() => GatewayTls.secret(name)).toThrow(new Error(`GatewayTls.secret("${name}"): ${reason}`));
  expect(() => GatewayTls.mutual(name)).toThrow(new Error(`GatewayTls.mutual("${name}"): ${reason}`));
});

test('fails on a Secret of an authority, in which the mesh looks for no certificate', () => {
  expect(() => GatewayTls.mutual('shop-cacert'))
    .toThrow(new Error('GatewayTls.mutual("shop-cacert"): the mesh takes a Secret of such a name for the authority of clients alone. Name the Secret with the certificate: "shop".'));
});
